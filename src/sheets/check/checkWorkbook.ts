import { derivedFaults, type DerivedFault } from '../derivedFaults';
import { cellId } from '../sameFormula';
import type { SheetCell } from '../blockPlace';
import type { WorkbookState } from '../workbookState';
import { damageFindings, nameFindings, problemFindings } from './definitions';
import { figureFindings } from './figures';
import type { CheckFinding, CheckKind } from './finding';
import { formulaFixer } from './formulaFix';
import { formulaFindings } from './formulas';
import { inputFindings } from './inputs';
import { missingFindings } from './missing';
import { outlierFindings } from './outliers';
import { checkedRows, type Found } from './rows';
import { targetFindings } from './targets';
import { yearlyZeroFindings, zeroFindings } from './zeros';

/**
 * What is odd in a workbook, in the order of its definitions, tables and KPIs; nothing is written. A defect is told once: of several
 * rules that stop at the same cells the one nearest to the cause. `latest`: the last month that has ended, counted from April of the
 * workbook's fiscal year (0 = 4月; negative: none has). Empty where the workbook has nothing of ours.
 */
export function checkWorkbook(state: WorkbookState, { latest }: { readonly latest: number }): readonly CheckFinding[] {
  if (state.damaged.length > 0) return damageFindings(state);
  const { fiscalYear } = state;
  if (fiscalYear === null || (state.lists.tables === null && state.map.blocks.length === 0)) return [];
  const rows = checkedRows(state);
  const faults = derivedFaults(state);
  const fixOf = formulaFixer(state);
  const typed = faults.filter((fault) => fault.state.kind === 'typedOver');
  const figures = figureFindings(state, rows, new Map(typed.map((fault) => [idOf(fault), fault])), fixOf);
  const toldCells = new Set(figures.filter((one) => TELL_FORMULAS.includes(one.finding.kind)).flatMap((one) => one.cells.map(idOfCell)));
  const each = [...rows.values()].flatMap((checked) => [...inputFindings(checked), ...missingFindings(checked, fiscalYear, latest), ...outlierFindings(checked, rows, state.catalog)]);
  const found = onceEach([...each, ...formulaFindings(rows, faults, (fault) => toldCells.has(idOf(fault)), fixOf), ...figures, ...zeroFindings(state, rows)]);
  return apart([
    ...problemFindings(state), ...nameFindings(state), ...inOrder(found, state), ...yearlyZeroFindings(state).map((one) => one.finding), ...targetFindings(state),
  ]);
}

/** Findings are ticked and accepted by their IDs: of two lines that bear one ID, as where a line was copied, the later ones are numbered. */
function apart(findings: readonly CheckFinding[]): CheckFinding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const count = (counts.get(finding.id) ?? 0) + 1;
    counts.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id} (${count})` };
  });
}

const idOfCell = ({ sheet, row, column }: SheetCell): string => cellId(sheet, row, column);
const idOf = ({ cell }: DerivedFault): string => idOfCell(cell);

/** What a figure in place of a formula is told by, where it differs from the formula's. */
const TELL_FORMULAS: readonly CheckKind[] = ['derived', 'total', 'sameSeries'];

/** Kinds that say the same of a cell, nearer to the cause. */
const YIELDS_TO: Partial<Record<CheckKind, readonly CheckKind[]>> = {
  derived: ['otherFormula', 'formulaLost'],
  total: ['otherFormula', 'formulaLost'],
  sameSeries: ['otherFormula', 'formulaLost'],
  bounds: ['timeSlip', 'derived', 'total', 'sameSeries', 'typedOver'],
  outlier: ['zeroDivisor', 'derived', 'total', 'sameSeries', 'follows', 'falls', 'bounds'],
};

/** Leaves out what another finding tells of the same cells. */
function onceEach(found: readonly Found[]): Found[] {
  const kinds = new Map<string, Set<CheckKind>>();
  for (const { finding, cells } of found) {
    for (const cell of cells) kinds.set(idOfCell(cell), (kinds.get(idOfCell(cell)) ?? new Set()).add(finding.kind));
  }
  return found.filter(({ finding, cells }) => {
    const stronger = YIELDS_TO[finding.kind];
    return stronger === undefined || cells.length === 0 || !cells.every((cell) => stronger.some((kind) => kinds.get(idOfCell(cell))?.has(kind)));
  });
}

/** By table and sheet as they stand in the workbook: each sheet's from top to bottom, the sheets in the order of the tables. */
function inOrder(found: readonly Found[], { map }: WorkbookState): CheckFinding[] {
  const sheets = [...new Set(map.blocks.map((block) => block.sheet))];
  const place = ({ cells: [cell] }: Found): readonly [number, number, number] => (cell ? [sheets.indexOf(cell.sheet), cell.row, cell.column] : [sheets.length, 0, 0]);
  return [...found].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
  }).map((one) => one.finding);
}
