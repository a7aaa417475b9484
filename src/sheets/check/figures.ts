import type { CatalogRow } from '../../domain/catalog';
import { checkFigures } from '../../domain/checks/checkFigures';
import type { FigureFinding } from '../../domain/checks/finding';
import { figureWord, placeWord, subject } from '../../domain/checks/words';
import { seriesKey, type SeriesKey } from '../../domain/series';
import type { DerivedFault } from '../derivedFaults';
import { cellId } from '../sameFormula';
import type { WorkbookState } from '../workbookState';
import type { CheckFix } from './finding';
import { cellAt, rowFinding, seenFigure, type CheckedRow, type Found } from './rows';

/** What the rules of the figures find odd. `typed`: cells where a figure stands in place of a formula, by their IDs. */
export function figureFindings(state: WorkbookState, rows: ReadonlyMap<SeriesKey, CheckedRow>, typed: ReadonlyMap<string, DerivedFault>, fixOf: (faults: readonly DerivedFault[]) => CheckFix | null): Found[] {
  return checkFigures(state.catalog, state.fiscalYear ?? 0, state.figures.series).flatMap((finding) => {
    const checked = rows.get(seriesKey(finding.rowId, finding.year));
    if (!checked) return [];
    const ats = finding.details.map((detail) => detail.at);
    const twin = twinOf(checked.row, state);
    const over = ats.flatMap((at) => {
      const cell = cellAt(checked, at);
      return (cell && typed.get(cellId(cell.sheet, cell.row, cell.column))) ?? [];
    });
    const seen = finding.details.map(({ expected, found }) => `${seenFigure(found)}/${seenFigure(expected)}`).join(' ');
    const isSame = twin !== null && (finding.kind === 'derived' || finding.kind === 'total');
    return rowFinding(isSame ? 'sameSeries' : finding.kind, checked, ats, {
      text: isSame ? sameSeriesText(checked, finding, twin) : finding.text, suggestion: suggestionOf(finding, checked, over.length > 0), seen, fix: fixOf(over),
    });
  });
}

/** The row whose figures a row repeats: its formula is that row alone. null: it has figures of its own. */
export function twinOf({ monthly, broken }: CatalogRow, { catalog }: Pick<WorkbookState, 'catalog'>): CatalogRow | null {
  return broken === null && monthly?.kind === 'row' && monthly.ref.yearsBack === 0 ? (catalog.rows.get(monthly.ref.rowId) ?? null) : null;
}

function sameSeriesText(checked: CheckedRow, { details }: FigureFinding, twin: CatalogRow): string {
  const places = details.map(({ at, expected, found }) => `${placeWord(checked, at)} ${figureWord(checked, at, found)}（${figureWord(checked, at, expected)}）`);
  return `${subject(checked)}の${places.join('、')}は、同じ数値であるはずの${twin.table.name}「${twin.definition.label}」（かっこ内）と異なります。`;
}

function suggestionOf({ kind }: FigureFinding, { row }: CheckedRow, isTyped: boolean): string {
  switch (kind) {
    case 'total':
    case 'derived':
      if (isTyped) return '計算式のセルに値が入力されているため、どちらが正しいか確認し、計算式に戻すときは選んで直してください。';
      if (row.definition.asTyped) return 'この欄の値と、計算のもとの数値のどちらが正しいか確認してください。';
      return '「再計算」を押し、変わらないときは、Excelの計算方法が「手動」になっていないか確認してください。';
    case 'follows':
      return 'この月と前の月の数、足した数のどれが正しいか確認してください。';
    case 'falls':
      return '数値を確認し、減ることもある項目のときは、「表定義」の「減少」を「する」にしてください。';
    case 'bounds':
      return `${row.monthly === null || row.definition.asTyped ? '' : 'もとになる'}数値を確認し、正しいときは、「表定義」の「下限」「上限」を直してください。`;
  }
}
