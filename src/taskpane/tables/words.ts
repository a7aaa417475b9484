import type { TableHealth } from '../../jobs/workbookLook';
import type { Language } from '../strings';

export interface TablesWords {
  readonly states: Readonly<Record<TableHealth['state'], string>>;
  readonly counts: string;
  readonly none: string;
  readonly allRight: string;
  readonly goTo: string;
  readonly others: string;
  readonly othersWhat: string;
  readonly release: { readonly what: string; readonly button: string };
}

const ja: TablesWords = {
  states: { right: '正常', missing: '未配置', attention: '要確認' },
  counts: '表の状態',
  none: '表の定義がありません。',
  allRight: 'すべての表が正常です。',
  goTo: 'セルへ移動',
  others: 'いまある表と文章',
  othersWhat: 'このブックにある4月〜3月の表に名前を付けて使えます。貼り付けた文章やセルから、数値を取り込むこともできます。',
  release: { what: 'アドインを使わなくなるときは、アドインが付けた名前と、シート「表定義」「上書きの記録」「点検の記録」と、評価の記録（「評価ログ」「訂正一覧」「評価時の数値」）を外せます。ほかのシートの値と計算式は残ります。外したシートは、「復元用の記録を消す」を押すまで非表示で残り、元に戻せます。', button: '名前を外す…' },
};

const en: TablesWords = {
  states: { right: 'Right', missing: 'Missing', attention: 'To check' },
  counts: 'State of the tables',
  none: 'No tables are defined.',
  allRight: 'All tables are right.',
  goTo: 'Go to cell',
  others: 'Tables and texts you have',
  othersWhat: 'April-to-March tables of this workbook can be given names and used. Figures can also be taken from pasted text or cells.',
  release: { what: 'When the add-in is no longer used, its names and the sheets 表定義, 上書きの記録, 点検の記録 and those of the evaluations (評価ログ, 訂正一覧, 評価時の数値) can be taken out. Values and formulas of the other sheets stay. What was taken out stays hidden, and can be brought back, until the undo record is deleted.', button: 'Take names out…' },
};

export const tablesWords: Readonly<Record<Language, TablesWords>> = { ja, en };
