import type { CatalogRow } from '../../domain/catalog';
import type { FindingDetail } from '../../domain/checks/finding';
import { monthsId } from '../../domain/checks/monthsId';
import { monthLabel } from '../../domain/fiscalYear';
import { placeWord } from '../../domain/checks/words';
import { shorten } from '../../domain/shorten';
import { seriesKey, yearsOf, type SeriesFigures, type SeriesKey } from '../../domain/series';
import { cellA1 } from '../../plan/a1';
import { monthCell, totalCell, type SeriesPlace, type SheetCell } from '../blockPlace';
import type { Grid } from '../grid';
import { cellPlace } from '../view/place';
import type { WorkbookState } from '../workbookState';
import type { CheckFinding, CheckFix, CheckKind } from './finding';

/** 0 = 4月 … 11 = 3月, or the total. */
export type At = FindingDetail['at'];

/** A row in one fiscal year as it stands in the workbook. */
export interface CheckedRow {
  readonly key: SeriesKey;
  readonly row: CatalogRow;
  readonly year: number;
  readonly place: SeriesPlace;
  readonly grid: Grid;
  readonly series: SeriesFigures;
  /** The same of the year before; null: it is not in the workbook. */
  readonly lastYear: SeriesFigures | null;
}

/** A finding with the cells it is about, by which findings of one cell are told once. */
export interface Found {
  readonly finding: CheckFinding;
  readonly cells: readonly SheetCell[];
}

/** Every row of the tables in every year that stands in the workbook, in the order of the definitions, oldest year first. */
export function checkedRows({ catalog, fiscalYear, map, grids, figures }: WorkbookState): ReadonlyMap<SeriesKey, CheckedRow> {
  const rows = new Map<SeriesKey, CheckedRow>();
  for (const row of catalog.rows.values()) {
    for (const year of yearsOf(row.definition, fiscalYear ?? 0)) {
      const key = seriesKey(row.definition.id, year);
      const [place, series] = [map.series.get(key), figures.series.get(key)];
      const grid = place && grids.get(place.block.sheet);
      const lastYear = figures.series.get(seriesKey(row.definition.id, year - 1)) ?? null;
      if (place && series && grid) rows.set(key, { key, row, year, place, grid, series, lastYear });
    }
  }
  return rows;
}

export const cellAt = ({ place }: CheckedRow, at: At): SheetCell | null => (at === 'total' ? totalCell(place) : monthCell(place, at));

/** "8月、9月": places of a row; of many the first. */
export function placeWords({ row }: CheckedRow, ats: readonly At[]): string {
  const words = ats.map((at) => placeWord({ row }, at));
  return words.length > 4 ? `${words.slice(0, 3).join('、')}など${words.length}か所` : words.join('、');
}

/** What a rule says of a finding. */
export interface Words extends Pick<CheckFinding, 'text' | 'suggestion' | 'seen'> {
  readonly fix?: CheckFix | null;
}

/** A finding on cells of one row. */
export function rowFinding(kind: CheckKind, checked: CheckedRow, ats: readonly At[], words: Words): Found {
  const cells = ats.flatMap((at) => cellAt(checked, at) ?? []);
  const [first] = cells;
  const finding: CheckFinding = {
    id: monthsId(kind, checked.key, ats.map((at) => (at === 'total' ? '計' : monthLabel(at)))),
    kind, group: checked.row.table.group, place: first ? cellPlace(first) : null, cell: cellsWords(cells),
    text: words.text, suggestion: words.suggestion, seen: words.seen, fix: words.fix ?? null,
  };
  return { finding, cells };
}

/** "業務 G12、H12": cells of one sheet. */
export function cellsWords(cells: readonly SheetCell[]): string {
  const [first] = cells;
  if (!first) return '';
  const names = cells.slice(0, 3).map(({ row, column }) => cellA1(row, column)).join('、');
  return `${first.sheet} ${names}${cells.length > 3 ? ' など' : ''}`;
}

/** A formula as sentences show it: a long one by its beginning. */
export const shownFormula = (formula: string): string => shorten(formula, LONGEST_SHOWN);
const LONGEST_SHOWN = 60;

/** A figure as a finding rests on it: without the binary error of a computation. */
export const seenFigure = (value: number): string => String(Number(value.toPrecision(12)));
