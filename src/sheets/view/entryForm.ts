import type { RowDefinition, TableDefinition } from '../../domain/definitions';
import { bearsMonth, dueOf, hasEnded, type Due } from '../../domain/due';
import { editText } from '../../domain/editText';
import { fiscalYearLabel, monthLabel } from '../../domain/fiscalYear';
import { formatFigure } from '../../domain/formatFigure';
import { expectationOf, type FigureExpectation } from '../../domain/readFigure';
import { seriesKey } from '../../domain/series';
import { mergedRows } from '../../domain/catalog';
import { isAsked, isTotalAsked } from '../asked';
import { monthCell, totalCell, type SeriesPlace, type SheetCell } from '../blockPlace';
import type { Grid } from '../grid';
import type { WorkbookState } from '../workbookState';
import { cellPlace, type Place } from './place';

/** One figure to be typed: an input row of the current fiscal year in one month. */
export interface EntryField {
  /** Row ID, with ":計" behind it for a total that is typed; unique in the form. */
  readonly rowId: string;
  readonly label: string;
  readonly unit: string;
  /** How text typed here is read, see readFigure. */
  readonly expected: FigureExpectation;
  /** Lowest and highest figure that can be right, in the figure's own unit; null: not checked. */
  readonly min: number | null;
  readonly max: number | null;
  /** The month a date must lie in; null: a total of the year. */
  readonly month: number | null;
  /** What stands in the cell now, as it would be typed again; "" for an empty cell. */
  readonly text: string;
  /** The cell holds text or a formula a person wrote: shown, never written over from the form. */
  readonly locked: string | null;
  readonly previousMonth: string;
  readonly previousYear: string;
  /** `previousYear` is the sum with rows that were merged into this one since. */
  readonly mergedSince: boolean;
  readonly due: Due;
  readonly place: Place;
  /** Lines of the sheet behind the first of its table; null: a total, which does not stand among the figures of a month. */
  readonly line: number | null;
}

export interface EntryTable {
  readonly id: string;
  readonly name: string;
  /** Lines of the sheet from the table's first of the year to its last, those without a field counted. */
  readonly lines: number;
  readonly fields: readonly EntryField[];
}

/** 毎月入力: the figures of one group for one month (0 = 4月 … 11 = 3月). */
export interface EntryForm {
  readonly group: string;
  readonly month: number;
  /** "令和6年度 3月". */
  readonly title: string;
  /** "2月" and "令和5年度 3月": headings of the two columns beside the fields; "" for none. */
  readonly previousMonthLabel: string;
  readonly previousYearLabel: string;
  readonly tables: readonly EntryTable[];
}

/** A figure from the form; `before` is the field's text when the form was read. */
export interface EnteredFigure {
  readonly rowId: string;
  readonly before: string;
  readonly text: string;
}

/** A row with months that should be there by now. */
export interface MissingRow {
  readonly rowId: string;
  readonly table: string;
  readonly label: string;
  /** 0 = 4月. */
  readonly months: readonly number[];
  readonly place: Place;
}

/** 未入力一覧 of one group. */
export interface MissingGroup {
  readonly group: string;
  readonly rows: readonly MissingRow[];
}

/** Behind the row ID where the figure of the whole year is typed. */
const TOTAL = ':計';
const MARCH = 11;

/** The form of a group for a month, as the workbook stands; `latest`: see dueOf. Tables that are not in the workbook have no fields. */
export function entryForm(state: WorkbookState, group: string, month: number, latest: number): EntryForm {
  const year = state.fiscalYear;
  const tables = year === null ? [] : state.catalog.definitions.tables.filter((table) => table.group === group);
  return {
    group,
    month,
    title: year === null ? '' : `${fiscalYearLabel(year)} ${monthLabel(month)}`,
    previousMonthLabel: monthLabel((month + MARCH) % 12),
    previousYearLabel: year === null ? '' : `${fiscalYearLabel(year - 1)} ${monthLabel(month)}`,
    tables: tables.flatMap((table) => {
      if (year === null) return [];
      const lines = linesOf(table.rows.flatMap((row) => state.map.series.get(seriesKey(row.id, year)) ?? []));
      const fields = table.rows.flatMap((row) => fieldsOf(state, table, row, year, month, latest, lines));
      return fields.length === 0 ? [] : [{ id: table.id, name: table.name, lines: Math.max(...lines.values()) + 1, fields }];
    }),
  };
}

/** Lines counted as they stand on the sheet; where a table is in several places, one after the other. */
function linesOf(places: readonly SeriesPlace[]): ReadonlyMap<SeriesPlace, number> {
  const first = Math.min(...places.map((place) => place.at));
  const oneBelowTheOther = new Set(places.map((place) => `${place.block.sheet} ${place.block.axis}`)).size === 1 && new Set(places.map((place) => place.at)).size === places.length;
  return new Map(places.map((place, index) => [place, oneBelowTheOther ? place.at - first : index]));
}

function fieldsOf(state: WorkbookState, table: TableDefinition, row: RowDefinition, year: number, month: number, latest: number, lines: ReadonlyMap<SeriesPlace, number>): EntryField[] {
  const place = state.map.series.get(seriesKey(row.id, year));
  const grid = place && state.grids.get(place.block.sheet);
  if (!place || !grid) return [];
  const figure = (of: number, at: number | null): number | null => {
    const series = state.figures.series.get(seriesKey(row.id, of));
    return (at === null ? series?.total : series?.months[at]) ?? null;
  };
  const base = { unit: row.unit, min: row.min, max: row.max };
  const fields: EntryField[] = [];
  const cell = monthCell(place, month);
  if (cell && isAsked(row, grid, cell) && bearsMonth(row, month)) {
    const expected = expectationOf(row, year);
    const lastYear = withMerged(state, table, row, year, month);
    const before = month === 0 ? figure(year - 1, MARCH) : figure(year, month - 1);
    fields.push({
      ...base, ...contentOf(grid, cell, expected), rowId: row.id, label: row.label, expected, due: dueOf(row, year, month, latest),
      previousMonth: shown(before, row.format), previousYear: shown(lastYear.value, row.format), mergedSince: lastYear.merged,
      line: lines.get(place) ?? null, month,
    });
  }
  const total = totalCell(place);
  if (total && isTotalAsked(row, grid, total)) {
    const expected = expectationOf(row, year);
    fields.push({
      ...base, ...contentOf(grid, total, expected), rowId: `${row.id}${TOTAL}`, label: `${row.label}（${place.block.block.totalLabel ?? '計'}）`, expected,
      due: dueOf(row, year, MARCH, latest), previousMonth: '', previousYear: shown(figure(year - 1, null), row.totalFormat ?? row.format), mergedSince: false, line: null, month: null,
    });
  }
  return fields;
}

/** Last year's figure of a month; rows merged into this one since then, and gone by now, are counted in. */
function withMerged(state: WorkbookState, table: TableDefinition, row: RowDefinition, year: number, month: number): { readonly value: number | null; readonly merged: boolean } {
  const figure = (id: string): number | null => state.figures.series.get(seriesKey(id, year - 1))?.months[month] ?? null;
  const own = figure(row.id);
  const added = mergedRows(table, row.id, state.catalog.resolve).flatMap((one) => (hasEnded(one, year, month) && !hasEnded(one, year - 1, month) ? (figure(one.id) ?? []) : []));
  if (own === null || added.length === 0) return { value: own, merged: false };
  return { value: added.reduce((sum, each) => sum + each, own), merged: true };
}

const shown = (value: number | null, format: string): string => (value === null ? '' : formatFigure(value, format, ''));

/** What stands in a cell, and why the form would not write over it. */
function contentOf(grid: Grid, cell: SheetCell, expected: FigureExpectation): Pick<EntryField, 'text' | 'locked' | 'place'> {
  const place = cellPlace(cell);
  const { row, column } = cell;
  if (grid.formula(row, column) !== null) return { text: grid.text(row, column), locked: '計算式が入力されています。セルで確認してください。', place };
  const value = grid.value(row, column);
  if (typeof value === 'number') return { text: editText(value, expected.form), locked: null, place };
  return { text: grid.text(row, column), locked: grid.looksEmpty(row, column) ? null : '数値ではない内容が入力されています。セルで確認してください。', place };
}

/** Input rows whose months up to `asOf` should be there and are not, by group; `latest`: see dueOf. Dates of meetings are never missing. */
export function missingFigures(state: WorkbookState, asOf: number, latest: number): MissingGroup[] {
  const year = state.fiscalYear;
  if (year === null) return [];
  return state.definitions.groups.flatMap((group): MissingGroup[] => {
    const rows = state.catalog.definitions.tables.filter((table) => table.group === group).flatMap((table) => table.rows.flatMap((row) => missingRow(state, table, row, year, asOf, latest)));
    return rows.length === 0 ? [] : [{ group, rows }];
  });
}

function missingRow(state: WorkbookState, table: TableDefinition, row: RowDefinition, year: number, asOf: number, latest: number): MissingRow[] {
  const place = state.map.series.get(seriesKey(row.id, year));
  const grid = place && state.grids.get(place.block.sheet);
  if (!place || !grid || row.kind === '実施日') return [];
  const missing = place.block.monthPositions.flatMap((_, month) => {
    const cell = monthCell(place, month);
    return cell && month <= asOf && isAsked(row, grid, cell) && bearsMonth(row, month) && dueOf(row, year, month, latest) === 'expected' && grid.looksEmpty(cell.row, cell.column) ? [{ month, cell }] : [];
  });
  const [first] = missing;
  return first === undefined ? [] : [{ rowId: row.id, table: table.name, label: row.label, months: missing.map((one) => one.month), place: cellPlace(first.cell) }];
}
