import { fiscalYearLabel } from '../domain/fiscalYear';
import type { Area } from '../plan/a1';
import type { PlanAction } from '../plan/workbookPlan';
import { monthsName, totalName, type NameStems } from './names';
import type { BlockPlace, SeriesPlace } from './tableMap';

/** The defined names of a block and its series, each with the area it must cover and a comment for the Name Manager. */
export interface WantedName {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
  readonly comment: string;
}

/** The header row's name covers label, months and total. */
export function headerNameOf(place: BlockPlace): WantedName {
  const last = Math.max(place.totalColumn ?? 0, ...place.monthColumns);
  return {
    name: place.block.headerName,
    sheet: place.sheet,
    area: { row: place.headerRow, column: place.labelColumn, rows: 1, columns: last - place.labelColumn + 1 },
    comment: `${place.block.table.name} ${place.block.headerLabel} 見出し`,
  };
}

/** A series' name covers first to last month, whatever stands between; its total has a name of its own. */
export function seriesNamesOf(place: SeriesPlace, stems: NameStems): WantedName[] {
  const { row, year } = place.line;
  const { monthColumns, totalColumn, sheet, block } = place.block;
  const stem = stems.get(row.id) ?? row.id;
  const first = Math.min(...monthColumns);
  const what = `${block.table.name}／${row.label} ${fiscalYearLabel(year)}`;
  const names: WantedName[] = [
    { name: monthsName(stem, year), sheet, area: { row: place.row, column: first, rows: 1, columns: Math.max(...monthColumns) - first + 1 }, comment: `${what} 4月〜3月` },
  ];
  if (totalColumn !== null && row.total !== 'なし') {
    names.push({ name: totalName(stem, year), sheet, area: { row: place.row, column: totalColumn, rows: 1, columns: 1 }, comment: `${what} ${block.totalLabel ?? '計'}` });
  }
  return names;
}

export const defineAction = (wanted: WantedName): PlanAction => ({ kind: 'defineName', ...wanted });
