import { cellA1 } from '../../plan/a1';
import { movedSheets } from '../../plan/landmarks';
import type { RestorePoint } from '../../plan/restorePoint';
import type { WorkbookSnapshot } from '../../plan/snapshot';
import { conflictPlace, undoPlan, type Conflict } from '../../plan/undo';
import type { WorkbookPlan } from '../../plan/workbookPlan';
import { FormulaUses } from '../formulaUses';
import { foldName } from '../names';
import { firstOf } from '../some';
import type { Thought } from '../thought';
import type { WorkbookState } from '../workbookState';
import { isRestoreSheet, type RestoreLine } from './restoreRecord';
import { readPieces } from './restoreSheet';
import { parseRestoreText } from './restoreText';

/** 直前の状態に戻す: takes one writing back, cell for cell. Nothing is taken back where somebody has edited since. Needs all sheets read. */
export function thinkRestore(state: WorkbookState, id: number): Thought {
  const line = state.restore.lines.find((one) => one.id === id);
  if (!line) return refused(['この操作の記録はもうありません。記録は新しいものから10件まで残ります。']);
  const text = readPieces(state.whole, line);
  const point = text === null ? null : parseRestoreText(text);
  if (!point) return refused([line.pieces === 0 ? 'この操作は変更が多かったため、元に戻すための記録がありません。' : 'この操作を元に戻すための記録を読み取れません。シート「復元用の記録」が書き換えられています。']);
  const { plan, conflicts, settled } = undoPlan(point, state.whole, line.state === 'done');
  const name = `${line.job}（${line.at}）`;
  const moved = movedSheets(point, state.whole);
  if (conflicts.length + moved.length > 0) return refused([...movedWords(name, moved), ...conflictWords(name, conflicts)]);
  const uses = usesOfLeaving(point, plan, state.whole);
  if (uses.length > 0) return refused([`${name}で追加したシートを、ほかの計算式（${firstOf(uses, FEW, 'か所')}）が使っています。計算式を直してから、もう一度実行してください。`]);
  return {
    plan: settled ? { actions: [] } : plan, consumes: id,
    will: [`${name}の前の状態に戻します（${sizeWords(line)}）。あとから変更されたセルがあるときは、何も戻しません。`],
    done: [settled ? `ブックは、すでに${name}の前の状態です。` : `${name}の前の状態に戻しました（${sizeWords(line)}）。この操作も、元に戻せます。`],
    warnings: [],
  };
}

/** What a line changed, counted. */
export function sizeWords({ cells, names, sheets }: Pick<RestoreLine, 'cells' | 'names' | 'sheets'>): string {
  const parts = [...(cells > 0 ? [`セル ${cells}個`] : []), ...(names > 0 ? [`名前 ${names}件`] : []), ...(sheets > 0 ? [`シート ${sheets}枚`] : [])];
  return parts.length > 0 ? parts.join('、') : 'セルの変更なし';
}

const refused = (warnings: readonly string[]): Thought => ({ plan: { actions: [] }, done: [], warnings: [...warnings, '何も変更していません。'] });

/** Places that are named. */
const FEW = 10;

function conflictWords(name: string, conflicts: readonly Conflict[]): string[] {
  const places = (kind: Conflict['kind']): string[] => conflicts.filter((one) => one.kind === kind).map(conflictPlace);
  const [cells, names, sheets, taken] = [places('cell'), places('name'), places('sheetGone'), places('sheetTaken')];
  return [
    ...(cells.length > 0 ? [`${name}のあとに変更されたセルがあるため、元に戻していません（${firstOf(cells, FEW, 'か所')}）。`] : []),
    ...(names.length > 0 ? [`${name}のあとに変更された名前があるため、元に戻していません（${firstOf(names, FEW, 'か所')}）。`] : []),
    ...(sheets.length > 0 ? [`${name}のあとに、なくなったか名前が変わったシートがあるため、元に戻していません（${firstOf(sheets, FEW, 'か所')}）。`] : []),
    ...(taken.length > 0 ? [`${name}のあとに同じ名前のシートが作られたため、元に戻していません（${firstOf(taken, FEW, 'か所')}）。あとの操作から先に戻すか、シートの名前を変えてから、もう一度実行してください。`] : []),
  ];
}

const movedWords = (name: string, moved: readonly string[]): string[] => moved.length === 0 ? [] : [
  `${name}のあとに、行や列の挿入・削除・並べ替えがあったため、元に戻していません（シート${moved.map((sheet) => `「${sheet}」`).join('')}）。行と列を元の並びにしてから、もう一度実行してください。`,
];

/** Formulas that speak of sheets that leave, but for those that leave or change with them. */
function usesOfLeaving(point: RestorePoint, plan: WorkbookPlan, snapshot: WorkbookSnapshot): string[] {
  const leaving = plan.actions.flatMap((action) => (action.kind === 'deleteSheet' ? [action.sheet] : []));
  if (leaving.length === 0) return [];
  const gone = new Set(leaving);
  const cells = new Set(plan.actions.flatMap((action) => (action.kind === 'write' ? action.cells.flatMap((line, down) => line.flatMap((cell, right) => (cell === null ? [] : [`${action.sheet} ${cellA1(action.row + down, action.column + right)}`]))) : [])));
  const names = new Set(point.names.map((one) => foldName(one.name)));
  const uses = new FormulaUses({ ...snapshot, sheets: snapshot.sheets.filter((sheet) => !isRestoreSheet(sheet.name)) }, leaving);
  return [...new Set(leaving.flatMap((sheet) => uses.ofSheet(sheet)
    .filter((use) => (use.sheet === null || !gone.has(use.sheet)) && !cells.has(use.words) && !(use.name && names.has(foldName(use.name.name))))
    .map((use) => use.words)))];
}
