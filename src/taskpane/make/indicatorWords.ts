import type { Language } from '../strings';

interface IndicatorWords {
  readonly title: string;
  readonly what: string;
  readonly missing: string;
  readonly goTo: string;
}

const ja: IndicatorWords = {
  title: '業績評価',
  what: '業績評価の指標を、前年度の同じ月までの数値と並べたシートです。数値と説明は「KPI評価」で更新します。表にない指標は、シートの入力値に入力してください。',
  missing: 'このブックには、シート「業績評価」がまだありません。「表を配置」で追加できます。いまあるシートと入力値は変わりません。',
  goTo: 'シートへ移動',
};

const en: IndicatorWords = {
  title: '業績評価 (performance indicators)',
  what: 'A sheet of the performance indicators beside the same months of the year before. Judging the KPIs brings figures and words up to date. What no table holds is typed there.',
  missing: 'This workbook has no sheet 業績評価 yet. Laying out adds it; sheets and figures that are there stay as they are.',
  goTo: 'Go to the sheet',
};

export const indicatorWords: Readonly<Record<Language, IndicatorWords>> = { ja, en };
