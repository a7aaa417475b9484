import { counted } from '../../domain/counted';
import { fiscalYearLabel } from '../../domain/fiscalYear';
import type { FigureCounts } from '../../jobs/textPreview';
import type { Language } from '../strings';

export interface ImportWords {
  readonly title: string;
  readonly what: string;
  readonly field: string;
  readonly cut: (most: number, lost: number) => string;
  readonly read: string;
  readonly emptyText: string;
  readonly reading: string;
  readonly edit: string;
  readonly found: (tables: number, figures: number, writes: number) => string;
  readonly tables: string;
  readonly take: (table: string) => string;
  readonly own: string;
  readonly counts: (counts: FigureCounts) => string;
  readonly rowOf: (line: number, label: string, year: number) => string;
  readonly unchanged: (tables: number) => string;
  readonly corrections: (count: number) => string;
  readonly correctionsNote: string;
  readonly oddities: (count: number) => string;
  readonly mismatches: (count: number) => string;
  readonly kept: (count: number) => string;
  readonly unread: (count: number) => string;
  readonly strangers: (count: number) => string;
  readonly notes: (count: number) => string;
  readonly chosen: (writes: number) => string;
  readonly write: string;
  readonly nothing: string;
}

const grouped = (count: number): string => count.toLocaleString('ja-JP');
const joined = (parts: readonly (readonly [number, string])[], between: string): string => parts.flatMap(([count, text]) => (count > 0 ? [text] : [])).join(between);

const ja: ImportWords = {
  title: '文章から取り込み',
  what: 'PDFやメールの文章、ほかのブックのセルを貼り付けると、4月〜3月の表を読み取ります。何を書き込むかは、次に確かめられます。',
  field: '文章またはセル',
  cut: (most, lost) => `長すぎるため、はじめの${grouped(most)}文字だけを使います（残りの${grouped(lost)}文字は読みません）。`,
  read: '読み取る',
  emptyText: '文章またはセルを貼り付けてください。',
  reading: '文章を読み取っています',
  edit: '文章を直す',
  found: (tables, figures, writes) => `${counted(tables)}の表から、${grouped(figures)}個の数値を読み取りました。${writes === 0 ? '空欄に書き込む数値はありません。' : ''}`,
  tables: '読み取った表',
  take: (table) => `${table}を取り込む`,
  own: '「表定義」にない表です。選ぶと、新しい表として定義を加えて配置します。',
  counts: (counts) => joined([
    [counts.new, `新しい表に ${counts.new}`], [counts.fill, `空欄に ${counts.fill}`], [counts.differs, `違う数値 ${counts.differs}`], [counts.same, `同じ ${counts.same}`],
    [counts.derived, `計算 ${counts.derived}`], [counts.kept, `書き込まない ${counts.kept}`],
  ], '・'),
  rowOf: (line, label, year) => `${line}行目 ${label}（${fiscalYearLabel(year)}）`,
  unchanged: (tables) => `書き込むもののない表 ${tables}`,
  corrections: (count) => `ブックと違う数値（${count}件）`,
  correctionsNote: '選んだものだけ、文章の数値に直します。',
  oddities: (count) => `文章の気になる点 ${count}`,
  mismatches: (count) => `ブックの計算と合わない数値 ${count}`,
  kept: (count) => `書き込まない数値 ${count}`,
  unread: (count) => `読み取れなかった数値 ${count}`,
  strangers: (count) => `「表定義」にない表や行 ${count}`,
  notes: (count) => `読み取りかた ${count}`,
  chosen: (writes) => `${grouped(writes)}個の数値`,
  write: '書き込む内容を確かめる',
  nothing: '書き込む数値を選んでください。',
};

const plural = (count: number, one: string): string => `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;

const en: ImportWords = {
  title: 'Read from text',
  what: 'Paste the text of a PDF or a mail, or cells of another workbook: its April-to-March tables are read. You see what will be written first.',
  field: 'Text or cells',
  cut: (most, lost) => `Too long: only the first ${plural(most, 'character')} are used, ${plural(lost, 'character')} are not read.`,
  read: 'Read',
  emptyText: 'Paste a text or cells.',
  reading: 'Reading the text',
  edit: 'Edit the text',
  found: (tables, figures, writes) => `${plural(tables, 'table')} and ${plural(figures, 'figure')} read.${writes === 0 ? ' None of them goes into an empty cell.' : ''}`,
  tables: 'Tables read',
  take: (table) => `Take ${table}`,
  own: '表定義 does not know this table. If ticked, it is defined and laid out anew.',
  counts: (counts) => joined([
    [counts.new, `${counts.new} in a new table`], [counts.fill, `${counts.fill} in empty cells`], [counts.differs, `${counts.differs} differ`], [counts.same, `${counts.same} the same`],
    [counts.derived, `${counts.derived} computed`], [counts.kept, `${counts.kept} not written`],
  ], ', '),
  rowOf: (line, label, year) => `Line ${line} ${label} (FY${year})`,
  unchanged: (tables) => `${plural(tables, 'table')} with nothing to write`,
  corrections: (count) => `Figures that differ (${count})`,
  correctionsNote: 'Only those ticked take the figure of the text.',
  oddities: (count) => `Odd in the text: ${count}`,
  mismatches: (count) => `Computed otherwise in the workbook: ${count}`,
  kept: (count) => `Not written: ${count}`,
  unread: (count) => `Could not be read: ${count}`,
  strangers: (count) => `Tables and lines that 表定義 does not know: ${count}`,
  notes: (count) => `How the text was read: ${count}`,
  chosen: (writes) => plural(writes, 'figure'),
  write: 'See what will be written',
  nothing: 'Choose the figures to be written.',
};

export const importWords: Readonly<Record<Language, ImportWords>> = { ja, en };
