import type { Language } from '../strings';

export interface HistoryWords {
  readonly title: string;
  readonly record: string;
  readonly reading: string;
  readonly none: string;
  readonly logged: (month: string, at: string) => string;
  readonly figures: (actual: string, target: string) => string;
  readonly corrections: string;
  readonly missing: string;
  readonly draft: (of: string, now: string) => string;
  readonly goToLog: string;
}

const ja: HistoryWords = {
  title: '前回の評価から',
  record: '評価の記録',
  reading: '評価ログを読んでいます…',
  none: '「評価ログ」にまだ記録がありません。「KPI評価」を行うと記録します。',
  logged: (month, at) => `${month}の評価（${at}）`,
  figures: (actual, target) => `実績 ${actual === '' ? '未確定' : actual} ／ 目標 ${target === '' ? '未登録' : target}`,
  corrections: '評価後に訂正された数値',
  missing: '今後改善すべき点が未記入です。シート「事業計画」に入力してください。',
  draft: (of, now) => `今後改善すべき点は、${of}時点の文です。${now}の内容に直してください。`,
  goToLog: '評価ログへ移動',
};

const en: HistoryWords = {
  title: 'Since the last evaluation',
  record: 'Evaluations',
  reading: 'Reading the log…',
  none: 'The sheet 評価ログ has no line yet. KPI評価 writes one.',
  logged: (month, at) => `Evaluated as of ${month} (${at})`,
  figures: (actual, target) => `Actual ${actual === '' ? 'not known' : actual}, target ${target === '' ? 'none' : target}`,
  corrections: 'Figures corrected since',
  missing: 'What is to be improved has not been written yet. Write it on the sheet 事業計画.',
  draft: (of, now) => `What is to be improved is the text of ${of}. Bring it up to ${now}.`,
  goToLog: 'Go to the log',
};

export const historyWords: Readonly<Record<Language, HistoryWords>> = { ja, en };
