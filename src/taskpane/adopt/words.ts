import { counted } from '../../domain/counted';
import { fiscalYearLabel } from '../../domain/fiscalYear';
import type { Language } from '../strings';
import type { Becoming, Sureness } from './told';

export interface AdoptWords {
  readonly back: string;
  readonly backTo: string;
  readonly title: string;
  readonly reading: string;
  readonly found: (count: number, nameable: number) => string;
  readonly soughtFor: string;
  readonly allNamed: string;
  readonly next: string;
  readonly year: string;
  readonly yearOf: (year: number) => string;
  readonly list: string;
  readonly doubtful: string;
  readonly refused: string;
  readonly bound: (count: number) => string;
  readonly all: string;
  readonly none: string;
  readonly sureness: Readonly<Record<Sureness, string>>;
  readonly score: (percent: number) => string;
  readonly becomes: (becoming: Becoming) => string;
  readonly unchosen: (lines: number) => string;
  readonly choose: (name: string) => string;
  readonly goTo: string;
  readonly lines: string;
  readonly becomesOf: (label: string) => string;
  readonly spanOf: (years: readonly number[]) => string;
  readonly near: string;
  readonly nearTo: (names: readonly string[]) => string;
  readonly own: string;
  readonly leaveOut: string;
  readonly whyFound: (score: string) => string;
  readonly leftOut: string;
  readonly notYet: string;
  readonly formulas: string;
  readonly formulasNote: string;
  readonly changes: (changed: number, same: number) => string;
  readonly example: (cell: string, formula: string) => string;
  readonly numbers: string;
  readonly numbersNote: string;
  readonly numbersOf: (texts: number) => string;
  readonly empty: string;
  readonly changeList: (what: string) => string;
  /** `count` of the `rest` come with this press. */
  readonly more: (count: number, rest: number) => string;
  readonly chosen: (tables: number) => string;
  readonly bind: string;
  readonly chooseFirst: string;
}

const yearSpan = (years: readonly number[], label: (year: number) => string): string => {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? label(first) : `${label(first)}–${label(last)}`;
};

const ja: AdoptWords = {
  back: '点検',
  backTo: '点検に戻る',
  title: '表を認識',
  reading: 'ブックの表を探しています',
  found: (count, nameable) => `${counted(count)}の表が見つかりました。${nameable === count ? 'すべて名前を付けられます。' : nameable === 0 ? '表かどうかを確かめて、選んでください。' : `うち${counted(nameable)}の表に名前を付けられます。`}`,
  soughtFor: '見出しの行または列に、4月から3月までが並んでいる表を探します。',
  allNamed: '見つかった表には、すべて名前が付いています。',
  next: '毎月入力と再計算が使えます。KPIの表は「KPI」の画面で配置できます。',
  year: '年度',
  yearOf: fiscalYearLabel,
  list: '見つかった表',
  doubtful: '表かどうか確かめてください',
  refused: '名前を付けられない表',
  bound: (count) => `名前が付いている表 ${count}`,
  all: 'すべて選ぶ',
  none: 'すべて外す',
  sureness: { sure: '確か', likely: 'たぶん', doubtful: '不確か' },
  score: (percent) => `確からしさ ${percent}%`,
  becomes: ({ rows, own, years }) => `${rows}行${own > 0 ? `（新規 ${own}）` : ''}${years.length > 1 ? ` × ${years.length}年度` : ''}${years.length === 1 ? `・${yearSpan(years, fiscalYearLabel)}` : ''}`,
  unchosen: (lines) => `${lines}行`,
  choose: (name) => `${name}に名前を付ける`,
  goTo: 'セルへ移動',
  lines: '行と、その項目',
  becomesOf: (label) => `${label}の項目`,
  spanOf: (years) => yearSpan(years, fiscalYearLabel),
  near: '似た項目',
  nearTo: (names) => `似た項目: ${names.join('、')}`,
  own: '新しい項目',
  leaveOut: '使わない',
  whyFound: (score) => `表と判断した理由（${score}）`,
  leftOut: '名前を付けない行',
  notYet: '選ぶと、行ごとの項目を確かめられます。',
  formulas: '計算できる値を計算式に替える',
  formulasNote: '入力された値を消して、計算式を書き込みます。',
  changes: (changed, same) => (changed === 0 ? `${same}個・表示は同じ` : `${changed}個の表示が変わります${same > 0 ? `・${same}個は同じ` : ''}`),
  example: (cell, formula) => `${cell} ${formula}`,
  numbers: '文字で入力された数値を数値に直す',
  numbersNote: '合計や計算式で使えるようになります。',
  numbersOf: (texts) => `${texts}個`,
  empty: '空欄',
  changeList: (what) => `${what}の変わるセル`,
  more: (count, rest) => (count === rest ? `ほか${count}個を表示` : `次の${count}個を表示（残り${rest.toLocaleString('ja-JP')}個）`),
  chosen: (tables) => `選んだ表 ${tables}`,
  bind: '選んだ表に名前を付ける',
  chooseFirst: '名前を付ける表を選んでください。',
};

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const fy = (year: number): string => `FY${year}`;

const en: AdoptWords = {
  back: 'Checks',
  backTo: 'Back to checks',
  title: 'Recognise tables',
  reading: 'Looking for the tables of the workbook',
  found: (count, nameable) => `${plural(count, 'table')} found. ${nameable === count ? 'All of them can be named.' : `${nameable} can be named.`}`,
  soughtFor: 'What is looked for are tables with the months April to March in a heading row or column.',
  allNamed: 'All tables that were found have names.',
  next: 'Monthly entry and recalculation are ready. The KPI tables are laid out from the KPI view.',
  year: 'Fiscal year',
  yearOf: fy,
  list: 'Tables found',
  doubtful: 'Please check whether these are tables',
  refused: 'Cannot be named',
  bound: (count) => `${plural(count, 'table')} with names already`,
  all: 'Choose all',
  none: 'Choose none',
  sureness: { sure: 'Sure', likely: 'Likely', doubtful: 'Doubtful' },
  score: (percent) => `Sureness ${percent}%`,
  becomes: ({ rows, own, years }) => `${plural(rows, 'row')}${own > 0 ? ` (${own} new)` : ''}${years.length > 1 ? ` × ${years.length} years` : ''}${years.length === 1 ? `, ${yearSpan(years, fy)}` : ''}`,
  unchosen: (lines) => plural(lines, 'line'),
  choose: (name) => `Name ${name}`,
  goTo: 'Go to cell',
  lines: 'Lines and the rows they become',
  becomesOf: (label) => `Row for ${label}`,
  spanOf: (years) => yearSpan(years, fy),
  near: 'Similar rows',
  nearTo: (names) => `Similar: ${names.join(', ')}`,
  own: 'New row',
  leaveOut: 'Leave out',
  whyFound: (score) => `Why this is taken for a table (${score})`,
  leftOut: 'Lines without a name',
  notYet: 'Choose the table to see what its lines become.',
  formulas: 'Formulas for figures that can be computed',
  formulasNote: 'The typed figures give way to formulas.',
  changes: (changed, same) => (changed === 0 ? `${plural(same, 'cell')}, showing the same` : `${changed} will show another figure${same > 0 ? `, ${same} the same` : ''}`),
  example: (cell, formula) => `${cell} ${formula}`,
  numbers: 'Numbers for figures typed as text',
  numbersNote: 'Totals and formulas can then use them.',
  numbersOf: (texts) => plural(texts, 'cell'),
  empty: 'empty',
  changeList: (what) => `Cells of ${what} that change`,
  more: (count, rest) => (count === rest ? `Show ${count} more` : `Show the next ${count} of ${rest.toLocaleString('en-US')}`),
  chosen: (tables) => `${plural(tables, 'table')} chosen`,
  bind: 'Name the chosen tables',
  chooseFirst: 'Choose the tables to be named.',
};

export const adoptWords: Readonly<Record<Language, AdoptWords>> = { ja, en };
