import { editText } from '../../domain/editText';
import { fiscalYearLabel, monthLabel } from '../../domain/fiscalYear';
import { asPrinted, formatFigure } from '../../domain/formatFigure';
import { expectationOf } from '../../domain/readFigure';
import { computeAll, seriesKey, type FigureBook, type SeriesFigures, type SeriesKey } from '../../domain/series';
import type { TextOddity } from '../../domain/text/textReading';
import type { WorkbookState } from '../workbookState';
import type { ImportFigure, PlacedFigure } from './figures';

/** A derived month or total that the text gives otherwise than the workbook works it out. */
export interface ImportMismatch {
  readonly figure: ImportFigure;
  readonly computed: number;
  /** One sentence. */
  readonly text: string;
}

/** Holds derived figures of the text against what the workbook will work out once `written` stand in it. What is told as odd already is not told again. */
export function mismatches(state: WorkbookState, fiscalYear: number, figures: readonly ImportFigure[], written: readonly ImportFigure[], told: readonly TextOddity[]): ImportMismatch[] {
  const computed = computeAll(state.catalog, fiscalYear, withFigures(state.figures.series, written));
  const known = new Set(told.filter((oddity) => oddity.kind === 'total' || oddity.kind === 'derived').map((oddity) => `${seriesKey(oddity.rowId, oddity.year)} ${oddity.kind}`));
  return figures.flatMap((figure): ImportMismatch[] => {
    if (figure.kind !== 'derived') return [];
    const { row, series, month, value } = figure;
    const key = seriesKey(series.rowId, series.year);
    const found = computed.get(key);
    const own = month === null ? found?.total : found?.months[month];
    if (own == null || known.has(`${key} ${month === null ? 'total' : 'derived'}`)) return [];
    const format = (month === null ? row.definition.totalFormat : null) ?? row.definition.format;
    if (asPrinted(own, format) === asPrinted(value, format)) return [];
    return [{ figure, computed: own, text: `${figureName(figure)}は、文章では ${shown(figure, value)}、ブックの計算では ${shown(figure, own)}です。計算式のままにします。` }];
  });
}

function withFigures(book: FigureBook, written: readonly ImportFigure[]): FigureBook {
  const result = new Map<SeriesKey, SeriesFigures>(book);
  for (const { series, month, value } of written) {
    const key = seriesKey(series.rowId, series.year);
    const before = result.get(key) ?? { months: Array<null>(12).fill(null), total: null };
    result.set(key, month === null ? { ...before, total: value } : { ...before, months: before.months.map((one, index) => (index === month ? value : one)) });
  }
  return result;
}

/** "12行目 郵送化率「窓口件数」（令和6年度）の4月" */
export const figureName = (figure: ImportFigure): string => `${figure.series.line}行目 ${placedName(figure)}`;

/** "郵送化率「窓口件数」（令和6年度）の4月" */
export const placedName = ({ row, year, month }: PlacedFigure): string =>
  `${row.table.name}「${row.definition.label}」（${fiscalYearLabel(year)}）の${month === null ? (row.table.totalLabel ?? '計') : monthLabel(month)}`;

/** What stands in the cell, as it shows. */
export const standing = (figure: PlacedFigure): string => (typeof figure.found === 'number' ? shown(figure, figure.found) : `「${String(figure.found)}」`);

/** A figure as its row prints it; a number of dates bears no unit. */
export function shown({ row, month, year }: PlacedFigure, value: number): string {
  const { definition, total } = row;
  if (month !== null && expectationOf(definition, year).form === 'date') return editText(value, 'date');
  return formatFigure(value, (month === null ? definition.totalFormat : null) ?? definition.format, month === null && total.kind === 'count' ? '' : definition.unit);
}
