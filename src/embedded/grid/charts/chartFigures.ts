import { tokenizeFormula } from '../../../plan/formulaText';
import { cellKey, type Book, type Chart, type ChartSeries, type Sheet } from '../../model/book';
import { foldName } from '../../model/folding';
import { areaOf, sheetOf } from '../../model/formulaTokens';
import { shownText } from '../../host/cells/shownText';
import { styleAt } from '../../host/cells/styles';

export interface DrawnSeries {
  readonly name: string;
  /** null: nothing is drawn there. */
  readonly values: readonly (number | null)[];
  readonly look: Pick<ChartSeries, 'color' | 'weight' | 'dash' | 'marker'>;
}

/** A chart's figures as they stand in the workbook now. */
export interface ChartFigures {
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly DrawnSeries[];
  /** Number format of the value axis. */
  readonly valueFormat: string;
  readonly legend: boolean;
  readonly joinGaps: boolean;
}

interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

export function chartFigures(book: Book, chart: Chart): ChartFigures {
  const [first] = chart.series;
  const places = chart.series.map((series) => placesOf(book, series.values, chart.plotVisibleOnly ?? true));
  const labels = first?.categories === undefined ? [] : placesOf(book, first.categories, chart.plotVisibleOnly ?? true);
  const count = Math.max(0, ...places.map((one) => one.length));
  const figure = places.flat().find(({ sheet, row, column }) => typeof sheet.cells.get(cellKey(row, column))?.value === 'number');
  return {
    title: chart.title ?? '',
    categories: Array.from({ length: count }, (_, index) => labelOf(book, labels[index], index)),
    series: chart.series.map((series, index) => ({ name: series.name, values: (places[index] ?? []).map((place) => valueOf(place, chart)), look: { ...series, marker: series.marker ?? (chart.type === 'LineMarkers' ? 'Circle' : 'None') } })),
    valueFormat: chart.valueFormat ?? (figure ? styleAt(book, figure.sheet, figure.row, figure.column).numberFormat : undefined) ?? 'General',
    legend: chart.legendPosition !== 'None' && chart.series.length > 1,
    joinGaps: chart.displayBlanksAs === 'Interplotted',
  };
}

function labelOf(book: Book, place: Place | undefined, index: number): string {
  return place ? shownText(book, place.sheet, place.row, place.column) : String(index + 1);
}

/** Empty cells and #N/A are gaps; other texts and errors are drawn as 0 by Excel. */
function valueOf({ sheet, row, column }: Place, chart: Chart): number | null {
  const value = sheet.cells.get(cellKey(row, column))?.value;
  if (typeof value === 'number') return value;
  if (value === undefined) return chart.displayBlanksAs === 'Zero' ? 0 : null;
  return typeof value === 'object' && value.error === '#N/A' ? null : 0;
}

/** The cells of a reference such as "年間まとめ!$U$3:$AF$3", hidden ones left out where the chart leaves them out. */
function placesOf(book: Book, reference: string, visibleOnly: boolean): Place[] {
  const [token] = tokenizeFormula(reference);
  const area = token && areaOf(token);
  const named = token ? sheetOf(token) : null;
  const sheet = book.sheets.find((one) => named !== null && foldName(one.name) === foldName(named));
  if (!area || !sheet) return [];
  return Array.from({ length: area.rows * area.columns }, (_, index) => ({ sheet, row: area.row + Math.floor(index / area.columns), column: area.column + (index % area.columns) }))
    .filter(({ row, column }) => !visibleOnly || !(sheet.rows.get(row)?.hidden || sheet.columns.get(column)?.hidden));
}
