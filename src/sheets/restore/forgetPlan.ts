import { FormulaUses } from '../formulaUses';
import { foldName } from '../names';
import type { Thought } from '../thought';
import type { WorkbookState } from '../workbookState';
import { isRestoreSheet, RESTORE_SHEET } from './restoreRecord';

/** 復元用の記録を消す: takes out what is kept to take writings back. Needs all sheets read. What a formula speaks of stays and is told, and so does what somebody brought into view: he may have written there. */
export function thinkForget({ whole }: WorkbookState): Thought {
  const sheets = whole.sheets.filter((sheet) => isRestoreSheet(sheet.name)).map((sheet) => sheet.name);
  const uses = new FormulaUses(whole, sheets);
  const used = sheets.flatMap((sheet) => {
    const use = uses.ofSheet(sheet).find((one) => one.sheet === null || !isRestoreSheet(one.sheet));
    return use ? [{ sheet, words: use.words }] : [];
  });
  const shown = whole.sheets.flatMap(({ name, visible }) => (visible && sheets.includes(name) && foldName(name) !== foldName(RESTORE_SHEET) ? [name] : []));
  const free = sheets.filter((sheet) => !shown.includes(sheet) && !used.some((one) => one.sheet === sheet));
  return {
    plan: { actions: free.map((sheet) => ({ kind: 'deleteSheet', sheet })) }, forGood: true,
    will: ['これまでの操作は「直前の状態に戻す」で戻せなくなります。表・数値・計算式は変わりません。'],
    done: free.length > 0 ? [`復元用の記録（シート ${free.length}枚）を消しました。ほかのシートは変わっていません。`] : ['復元用の記録はありません。'],
    warnings: [
      ...used.map(({ sheet, words }) => `シート「${sheet}」は、ほかの計算式（${words}）が使っているため残しています。`),
      ...shown.map((sheet) => `シート「${sheet}」は、表示されているため残しています。不要なときは、シートを削除してください。`),
    ],
  };
}
