import { ruleWord, totalFormula } from '../../domain/checks/totalRule';
import { computeAll } from '../../domain/series';
import type { FigureBook } from '../../domain/series';
import { formulaInput } from '../derivedCells';
import type { DerivedFault } from '../derivedFaults';
import { figureAt, shownContent } from '../recomputePlan';
import type { WorkbookState } from '../workbookState';
import type { CheckFix } from './finding';
import { shownFormula } from './rows';

/** Puts the formulas of the definitions into cells. What a person typed there gives way only where it is ticked, and is kept in 「上書きの記録」. */
export function formulaFixer(state: Pick<WorkbookState, 'catalog' | 'fiscalYear' | 'figures'>): (faults: readonly DerivedFault[]) => CheckFix | null {
  // Most workbooks have nothing to be worked out anew.
  let computed: FigureBook | null = null;
  const figures = (): FigureBook => (computed ??= computeAll(state.catalog, state.fiscalYear ?? 0, state.figures.series));
  const ruleOf = ({ cell }: DerivedFault): string => {
    const row = state.catalog.rows.get(cell.place.line.row.id);
    if (!row) return '';
    if (cell.month !== null) return `「${row.definition.formula ?? ''}」`;
    return row.total.kind === 'formula' ? `「${totalFormula(row.definition)}」` : `（${ruleWord(row)}）`;
  };
  return (faults) => (faults.length === 0 ? null : {
    words: wordsOf(faults, figures, ruleOf),
    cells: faults.map((fault) => ({ sheet: fault.cell.sheet, row: fault.cell.row, column: fault.cell.column, before: contentOf(fault), after: formulaInput(fault.cell), words: wordsOf([fault], figures, ruleOf) })),
  });
}

const contentOf = ({ state }: DerivedFault): string | number | boolean => (state.kind === 'empty' ? '' : state.kind === 'typedOver' ? state.value : state.found);

function wordsOf(faults: readonly DerivedFault[], figures: () => FigureBook, ruleOf: (fault: DerivedFault) => string): string {
  const [first] = faults;
  const many = faults.length > 1 ? `${faults.length}個のセルの` : '';
  switch (first?.state.kind) {
    case 'typedOver':
      return faults.length > 1 ? `${faults.length}個のセルの値を、計算式に戻す` : `「${shownContent(first.state.value, first.cell)}」を計算式に戻す（計算値 ${shownContent(figureAt(figures(), first.cell) ?? '空欄', first.cell)}）`;
    case 'foreign':
      return `${many}計算式${faults.length > 1 ? '' : `（${shownFormula(first.state.found)}）`}を、表定義の計算式${ruleOf(first)}に置き換える`;
    case 'outdated':
      return `${many}計算式が指すセルを直す`;
    default:
      return `${many}消えた計算式を入れ直す`;
  }
}
