import type { Language } from '../strings';

export interface CheckWords {
  readonly title: string;
  readonly none: string;
  /** What was looked at. */
  readonly looked: (tables: number, rows: number) => string;
  readonly count: (count: number) => string;
  readonly more: (count: number) => string;
  readonly fewer: string;
  /** `but`: there are formulas of a person's own, which are not among them. */
  readonly all: (but: boolean) => string;
  readonly noneTicked: string;
  readonly fix: (count: number) => string;
  readonly fixNote: string;
  readonly accept: string;
  readonly reason: string;
  readonly reasonNote: string;
  readonly cancel: string;
  readonly earlier: string;
  readonly quiet: (count: number) => string;
  readonly quietNote: string;
  readonly takeBack: string;
  readonly tables: string;
  readonly above: string;
  readonly reminders: string;
  readonly noReminders: string;
}

const ja: CheckWords = {
  title: '数値と計算式の点検',
  none: '気になるところはありません。',
  looked: (tables, rows) => `${tables}表・${rows}項目の、計と計算式、月ごとのつながり、数値の範囲、文字のままの数値、抜けた月、年度や表の間の違いを調べました。`,
  count: (count) => `${count}件`,
  more: (count) => `ほか ${count}件`,
  fewer: '少なく表示',
  // Both stand in one line of the pane.
  all: (but) => (but ? 'すべて選ぶ（表定義と違う計算式を除く）' : '直せるものをすべて選ぶ'),
  noneTicked: 'すべて外す',
  fix: (count) => (count === 0 ? '選んだものを直す' : `選んだものを直す（${count}件）`),
  fixNote: '直すものを選んでください。行うことは、書き込む前にお見せします。',
  accept: '確認済みにする',
  reason: '理由（必須）',
  reasonNote: '理由を入力してください。',
  cancel: 'やめる',
  earlier: '以前に確認済みにしたあと、数値が変わったか、対象の月が増えました。以前の理由:',
  quiet: (count) => `確認済み ${count}件`,
  quietNote: '数値が変わるまで知らせません。記録はシート「点検の記録」にあります。',
  takeBack: '取り消す',
  tables: '表の状態',
  above: '上の点検に示しています。',
  reminders: 'まだ入力されていないもの',
  noReminders: '終わった月の数値、目標、今後改善すべき点、手動の判定の理由は、すべて入力されています。',
};

const en: CheckWords = {
  title: 'Checks of figures and formulas',
  none: 'Nothing looks odd.',
  looked: (tables, rows) => `Totals and formulas, the step from month to month, bounds, figures kept as text, months left out and differences between years and tables were looked at in ${tables} tables with ${rows} rows.`,
  count: (count) => `${count}`,
  more: (count) => `${count} more`,
  fewer: 'Show fewer',
  all: (but) => (but ? 'Tick all but formulas of your own' : 'Tick all that can be put right'),
  noneTicked: 'Untick all',
  fix: (count) => (count === 0 ? 'Put right what is ticked' : `Put right what is ticked (${count})`),
  fixNote: 'Tick what should be put right. You see what will be done before it is written.',
  accept: 'Accept',
  reason: 'Reason (required)',
  reasonNote: 'Please type a reason.',
  cancel: 'Cancel',
  earlier: 'This was accepted before; since then its figures have changed, or months have come to it. The reason then:',
  quiet: (count) => `Accepted (${count})`,
  quietNote: 'These stay quiet until their figures change. The record is the sheet 点検の記録.',
  takeBack: 'Take back',
  tables: 'State of the tables',
  above: 'See the checks above.',
  reminders: 'Not entered yet',
  noReminders: 'Figures of past months, targets, 今後改善すべき点 and reasons of manual marks are all there.',
};

export const checkWords: Readonly<Record<Language, CheckWords>> = { ja, en };
