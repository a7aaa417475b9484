import type { RowDefinition, TableDefinition } from '../../domain/definitions';
import { hasEnded } from '../../domain/due';
import { asOfLabel, monthLabel } from '../../domain/fiscalYear';
import { HEADINGS } from '../../domain/publish/headings';
import { publishCount, publishDay, publishedUnit, publishFigure } from '../../domain/publish/publishedFigure';
import { seriesKey, yearsOf } from '../../domain/series';
import { NO_FIGURE, publishedTable, HEAD, lineHead, type PublishedCell, type PublishedLine, type PublishedTable } from './publishedTable';
import type { WorkbookState } from '../workbookState';

const MONTHS = Array.from({ length: 12 }, (_, month) => month);
const DAY_UNIT = '年月日';
const TIMES = '回';

/** A table of months: a line a row and year, the months across. A row that stands nowhere in the workbook has no line. */
export function monthlyTable(state: WorkbookState, table: TableDefinition, fiscalYear: number): PublishedTable {
  const months = MONTHS.map((month) => (month === 0 && table.firstMonthLabel !== null ? table.firstMonthLabel : monthLabel(month)));
  const total = table.totalLabel ?? '計';
  const years = [...new Set(table.rows.flatMap((row) => yearsOf(row, fiscalYear)))].sort((a, b) => a - b);
  const lines = years.flatMap((year) => table.rows.flatMap((row) => rowLine(state, table, row, year, fiscalYear, months, total)));
  const headings = [...HEAD, HEADINGS.item, HEADINGS.unit, ...months, total, HEADINGS.totalUnit, HEADINGS.note];
  const hasTotal = table.rows.some((row) => row.total !== 'なし');
  return publishedTable({ part: state.stems.get(table.id) ?? table.id, title: table.name, group: table.group }, headings, lines, new Set([...HEAD.slice(1), HEADINGS.item, HEADINGS.unit, ...months, ...(hasTotal ? [total] : [])]));
}

function rowLine(state: WorkbookState, table: TableDefinition, row: RowDefinition, year: number, fiscalYear: number, months: readonly string[], total: string): PublishedLine[] {
  const figures = state.figures.series.get(seriesKey(row.id, year));
  if (!figures || !yearsOf(row, fiscalYear).includes(year)) return [];
  const isDay = row.kind === '実施日';
  const published = (value: number): PublishedCell => (isDay ? publishDay(value) : publishFigure(value, row.format));
  const unit = isDay ? DAY_UNIT : publishedUnit(row.format, row.unit);
  const totalFormat = row.totalFormat ?? row.format;
  const totalUnit = isDay ? TIMES : publishedUnit(totalFormat, row.unit);
  const sum = row.total === 'なし' || figures.total === null ? null : isDay ? publishCount(figures.total) : publishFigure(figures.total, totalFormat);
  return [{
    ...lineHead(state, table.name, year),
    [HEADINGS.item]: row.label,
    [HEADINGS.unit]: unit,
    ...Object.fromEntries(MONTHS.map((month) => [months[month] ?? '', figures.months[month] == null ? null : published(figures.months[month])])),
    [total]: sum,
    [HEADINGS.totalUnit]: sum === null || totalUnit === unit ? null : totalUnit,
    [HEADINGS.note]: notesOf(table, row, year, figures.months).join(''),
  }];
}

function notesOf(table: TableDefinition, row: RowDefinition, year: number, months: readonly (number | null)[]): string[] {
  const sentences = (table.note ?? '').split('。').map((one) => one.trim()).filter((one) => one !== '' && !GUIDE.test(one));
  const endsHere = hasEnded(row, year, MONTHS.length - 1);
  const isMissing = MONTHS.some((month) => months[month] == null && !hasEnded(row, year, month));
  const into = row.mergedInto === null ? '' : `。以後は「${row.mergedInto.replace(/^\[|\]$/g, '')}」に含む`;
  return [
    ...sentences.map((one) => `${one}。`),
    ...(endsHere ? [`${asOfLabel(row.endsAt ?? '')}分まで${into}。`] : []),
    ...(row.kind === '実施日' ? ['空欄は、実施のない月を示す。'] : isMissing ? [NO_FIGURE] : []),
  ];
}

/** A sentence that tells the clerks what to type is not for readers. */
const GUIDE = /入力(?:する|します|してください)$/;
