import type { Job } from './port';

/** Every word of the pane. */
export interface Strings {
  readonly product: string;
  readonly lead: string;
  readonly starting: string;
  readonly month: string;
  /** From the first month of the fiscal year. */
  readonly months: readonly string[];
  readonly jobs: Readonly<Record<Job, { readonly label: string; readonly hint: string; readonly running: string; readonly done: string }>>;
  readonly actions: string;
  readonly report: string;
  readonly noReport: string;
  /** Shown while a job waits long: most often Excel stands in a cell being edited. */
  readonly finishCell: string;
  readonly warnings: (count: number) => string;
  readonly failed: string;
  readonly failedUnknown: string;
  readonly officeLate: string;
  readonly notInExcel: string;
  readonly broken: string;
  readonly retry: string;
}

export const ja: Strings = {
  product: '事業計画アシスタント',
  lead: '月次の表とKPIを、このブックで整えます。',
  starting: '準備しています…',
  month: '判定月',
  months: ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'],
  jobs: {
    layout: { label: '表を配置', hint: '足りない表を作ります。入力値は変わりません。', running: '表を配置しています…', done: '表を配置しました' },
    recompute: { label: '再計算', hint: '計算式を元に戻し、計算し直します。入力値は変わりません。', running: '再計算しています…', done: '再計算が終わりました' },
    evaluate: { label: 'KPI評価', hint: '判定月までの実績で、KPIを判定します。', running: 'KPIを評価しています…', done: 'KPI評価が終わりました' },
    summary: { label: '年間まとめ', hint: '1年分の実績と評価を、1枚にまとめます。', running: '年間まとめを作っています…', done: '年間まとめができました' },
  },
  actions: '操作',
  report: '結果',
  noReport: 'ボタンを押すと、ここに結果が表示されます。',
  finishCell: 'セルに入力している途中のときは、入力を確定してください。',
  warnings: (count) => `確認していただきたいこと（${count}件）`,
  failed: '処理できませんでした',
  failedUnknown: '処理の途中で問題が起きました。シートの内容を確かめて、もう一度実行してください。',
  officeLate: 'Excelとの接続を確認できません。ネットワークの状態を確かめて、再試行してください。',
  notInExcel: 'このページはExcelの中で使います。Excelでブックを開き、リボンの「事業計画アシスタント」から開いてください。',
  broken: '画面を表示できませんでした。再試行しても直らないときは、ブックを保存してExcelを開き直してください。',
  retry: '再試行',
};

export const en: Strings = {
  product: 'Business Plan Assistant',
  lead: 'Monthly tables and KPIs, in this workbook.',
  starting: 'Getting ready…',
  month: 'Judged as of',
  months: ['April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December', 'January', 'February', 'March'],
  jobs: {
    layout: { label: 'Lay out tables', hint: 'Creates the tables that are missing. Your figures stay.', running: 'Laying out the tables…', done: 'Tables laid out' },
    recompute: { label: 'Recalculate', hint: 'Restores the formulas and calculates again. Your figures stay.', running: 'Recalculating…', done: 'Recalculated' },
    evaluate: { label: 'Evaluate KPIs', hint: 'Judges the KPIs by the figures up to the chosen month.', running: 'Evaluating the KPIs…', done: 'KPIs evaluated' },
    summary: { label: 'Annual summary', hint: 'Gathers the figures and marks of the year on one sheet.', running: 'Building the annual summary…', done: 'Annual summary built' },
  },
  actions: 'Actions',
  report: 'Result',
  noReport: 'Press a button; the result appears here.',
  finishCell: 'If you are typing in a cell, please finish the entry.',
  warnings: (count) => `Please check (${count})`,
  failed: 'This could not be done',
  failedUnknown: 'Something went wrong on the way. Please look at the sheets and run it again.',
  officeLate: 'Excel cannot be reached. Please check the network and try again.',
  notInExcel: 'This page works inside Excel. Open a workbook in Excel and choose Business Plan Assistant on the ribbon.',
  broken: 'The pane could not be shown. If trying again does not help, save the workbook and reopen Excel.',
  retry: 'Try again',
};

/** Japanese unless Office speaks English: the workbook and its users are Japanese. */
export const stringsFor = (language: string): Strings => (isEnglish(language) ? en : ja);
export const languageTag = (language: string): string => (isEnglish(language) ? 'en' : 'ja');

const isEnglish = (language: string): boolean => /^en\b/i.test(language);
