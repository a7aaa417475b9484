import type { Language } from '../strings';
import type { Pasted } from './paste';

export interface EntryWords {
  readonly group: string;
  readonly month: string;
  readonly form: string;
  readonly missing: string;
  readonly missingCount: (count: number) => string;
  readonly parts: string;
  readonly previousYear: string;
  readonly mergedSince: string;
  readonly previousYearIs: (label: string) => string;
  readonly none: string;
  readonly later: string;
  readonly closed: string;
  readonly example: string;
  readonly unsaved: (count: number) => string;
  readonly refused: (count: number) => string;
  readonly write: (count: number) => string;
  readonly nothing: string;
  readonly discard: string;
  readonly pasted: (pasted: Pasted) => string;
  readonly review: string;
  readonly reviewNew: string;
  readonly reviewCounts: (fresh: number, corrected: number) => string;
  readonly empty: string;
  readonly writeThis: (count: number) => string;
  readonly back: string;
  readonly nothingMissing: (month: string) => string;
  readonly missingUntil: (month: string) => string;
  readonly typeIt: (label: string, month: string) => string;
  readonly noGroups: string;
}

const ja: EntryWords = {
  group: 'グループ',
  month: '月',
  form: '入力',
  missing: '未入力',
  missingCount: (count) => `未入力 ${count}`,
  parts: '毎月入力の表示',
  previousYear: '前年',
  mergedSince: '（統合前の項目を含む）',
  previousYearIs: (label) => `前年は${label}の値です。`,
  none: 'この月に入力する数値はありません。',
  later: '公表待ち',
  closed: '終了',
  example: '例 94.3%',
  unsaved: (count) => (count === 0 ? '未保存の入力はありません' : `未保存 ${count}件`),
  refused: (count) => `確認が必要な入力が${count}件あります`,
  write: (count) => (count === 0 ? '書き込む' : `${count}件を書き込む`),
  nothing: '入力した数値がありません。',
  discard: '取り消す',
  pasted: ({ texts, order, ignored, beyond, long, columns }) => [
    texts.size === 0 ? '貼り付けた数値はありません。' : `${order === 'lines' ? '表の行の順に' : '入力欄の順に'}${texts.size}件を貼り付けました。`,
    columns ? '1列目だけを使いました。' : '',
    ignored > 0 ? `入力できない行の値${ignored}件は使いませんでした。` : '',
    long > 0 ? `長すぎて数値とは読めない値${long}件は使いませんでした。` : '',
    beyond > 0 ? `${beyond}行は、表の終わりを越えるため使いませんでした。` : '',
  ].join(''),
  review: '訂正する数値の確認',
  reviewNew: '書き込む数値の確認',
  reviewCounts: (fresh, corrected) => [corrected > 0 ? [`訂正 ${corrected}件`] : [], fresh > 0 ? [`新しい入力 ${fresh}件`] : []].flat().join('、'),
  empty: '空欄',
  writeThis: (count) => `この${count}件を書き込む`,
  back: '入力に戻る',
  nothingMissing: (month) => `${month}までの数値は、すべて入力されています。`,
  missingUntil: (month) => `${month}までに入力されていない月です。押すと入力欄へ移動します。`,
  typeIt: (label, month) => `${label} ${month}を入力`,
  noGroups: '入力する表がまだありません。「KPI」の画面の「表を配置」から始めてください。',
};

const en: EntryWords = {
  group: 'Group',
  month: 'Month',
  form: 'Form',
  missing: 'Missing',
  missingCount: (count) => `Missing ${count}`,
  parts: 'Parts of the entry',
  previousYear: 'Yr before',
  mergedSince: ' (with rows merged since)',
  previousYearIs: (label) => `“Yr before” is ${label}.`,
  none: 'No figures to type in this month.',
  later: 'not yet published',
  closed: 'ended',
  example: 'e.g. 94.3%',
  unsaved: (count) => (count === 0 ? 'Nothing unsaved' : `${count} unsaved`),
  refused: (count) => (count === 1 ? 'One entry needs a look' : `${count} entries need a look`),
  write: (count) => (count === 0 ? 'Write' : `Write ${count}`),
  nothing: 'No figures have been typed.',
  discard: 'Undo all',
  pasted: ({ texts, order, ignored, beyond, long, columns }) => [
    texts.size === 0 ? 'No figure was pasted.' : `Pasted ${texts.size} by the ${order === 'lines' ? 'rows of the table' : 'order of the fields'}.`,
    columns ? ' Only the first column was used.' : '',
    ignored > 0 ? ` ${ignored} on rows that take no figure were not used.` : '',
    long > 0 ? ` ${long} too long for a figure were not used.` : '',
    beyond > 0 ? ` ${beyond} beyond the end of the table were not used.` : '',
  ].join(''),
  review: 'Figures to be corrected',
  reviewNew: 'Figures to be written',
  reviewCounts: (fresh, corrected) => [corrected > 0 ? [`${corrected} corrected`] : [], fresh > 0 ? [`${fresh} new`] : []].flat().join(', '),
  empty: 'empty',
  writeThis: (count) => `Write these ${count}`,
  back: 'Back to the form',
  nothingMissing: (month) => `All figures up to ${month} are there.`,
  missingUntil: (month) => `Months up to ${month} without a figure. Press one to type it.`,
  typeIt: (label, month) => `Type ${label}, ${month}`,
  noGroups: 'There are no tables yet. Start with “Lay out tables” among the KPIs.',
};

export const entryWords: Readonly<Record<Language, EntryWords>> = { ja, en };
