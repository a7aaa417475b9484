import type { Language } from '../strings';

export interface RolloverWords {
  readonly copy: string;
  readonly to: (year: string) => string;
  /** The year is not over yet. */
  readonly early: (year: string) => string;
  readonly missing: (groups: readonly { readonly group: string; readonly rows: number }[]) => string;
  readonly noYear: string;
  readonly open: (count: number, year: string) => string;
  readonly fill: string;
}

const ja: RolloverWords = {
  copy: 'ファイルのコピーを作り、コピーのほうで実行することをお勧めします。元のファイルでは、遅れて届く実績や順位での評価を続けられます。引き継ぐもの、外すものは、実行の前に一覧でお見せします。',
  to: (year) => `${year}へ更新…`,
  early: (year) => `${year}はまだ終わっていません。`,
  missing: (groups) => `3月までの数値が未入力の項目: ${groups.map(({ group, rows }) => `${group} ${rows}件`).join('、')}`,
  noYear: 'ブックの年度が分からないため、更新できません。先に「表を配置」を実行してください。',
  open: (count, year) => `目標値が空欄のKPIが${count}件あります。${year}の実績が確定したときは、目標値に入れられます。`,
  fill: '確定した実績を目標値に入れる…',
};

const en: RolloverWords = {
  copy: 'Best run on a copy of the file: in the original, figures and ranks that come late can still be judged. What is carried over and what is left out is shown before anything is done.',
  to: (year) => `Go on to ${year}…`,
  early: (year) => `${year} is not over yet.`,
  missing: (groups) => `Rows without all figures up to March: ${groups.map(({ group, rows }) => `${group} ${rows}`).join(', ')}`,
  noYear: 'The workbook does not tell its fiscal year. Lay out the tables first.',
  open: (count, year) => `${count} of the KPIs ${count === 1 ? 'has' : 'have'} no target. Once ${year} is final, its figures can become targets.`,
  fill: 'Take final figures as targets…',
};

export const rolloverWords: Readonly<Record<Language, RolloverWords>> = { ja, en };
