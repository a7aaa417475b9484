import type { TableHealth } from '../../jobs/workbookLook';
import type { Language } from '../strings';

export interface TablesWords {
  readonly states: Readonly<Record<TableHealth['state'], string>>;
  readonly counts: string;
  readonly none: string;
  readonly allRight: string;
  readonly goTo: string;
  readonly typed: (typed: string, computed: string) => string;
  readonly keepOther: string;
  readonly restore: (count: number) => string;
  readonly restoreNote: string;
}

const ja: TablesWords = {
  states: { right: '正常', missing: '未配置', attention: '要確認' },
  counts: '表の状態',
  none: '表の定義がありません。',
  allRight: 'すべての表が正常です。',
  goTo: 'セルへ移動',
  typed: (typed, computed) => `入力値 ${typed} ／ 計算値 ${computed}`,
  keepOther: '計算式はそのままにします。',
  restore: (count) => (count === 0 ? '計算式を元に戻す' : `選んだ計算式を元に戻す（${count}件）`),
  restoreNote: '戻すものを選んでください。',
};

const en: TablesWords = {
  states: { right: 'Right', missing: 'Missing', attention: 'To check' },
  counts: 'State of the tables',
  none: 'No tables are defined.',
  allRight: 'All tables are right.',
  goTo: 'Go to cell',
  typed: (typed, computed) => `Typed ${typed}, computed ${computed}`,
  keepOther: 'The formula is left alone.',
  restore: (count) => (count === 0 ? 'Restore formulas' : `Restore the ticked formulas (${count})`),
  restoreNote: 'Tick what should be restored.',
};

export const tablesWords: Readonly<Record<Language, TablesWords>> = { ja, en };
