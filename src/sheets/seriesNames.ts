import { fiscalYearLabel } from '../domain/fiscalYear';
import { cellArea, type Area } from '../plan/a1';
import type { PlanAction } from '../plan/workbookPlan';
import { headerArea, monthsArea, totalCell, type BlockPlace, type SeriesPlace } from './blockPlace';
import { monthsName, totalName, type NameStems } from './names';

/** The defined names of a block and its series, each with the area it must cover and a comment for the Name Manager. */
export interface WantedName {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
  readonly comment: string;
}

/** Excel's limit; what is cut is the name of the series, not what the name is known by. */
const LONGEST_COMMENT = 255;
const comment = (what: string, end: string): string => `${what.slice(0, Math.max(0, LONGEST_COMMENT - end.length - 1))} ${end}`.slice(0, LONGEST_COMMENT);

/** The header's name covers label, months and total. */
export function headerNameOf(place: BlockPlace): WantedName {
  return { name: place.block.headerName, sheet: place.sheet, area: headerArea(place), comment: comment(`${place.block.table.name} ${place.block.headerLabel}`, '見出し') };
}

/** A series' name covers first to last month, whatever stands between; its total has a name of its own. */
export function seriesNamesOf(place: SeriesPlace, stems: NameStems): WantedName[] {
  const { row, year } = place.line;
  const { sheet, block } = place.block;
  const stem = stems.get(row.id) ?? row.id;
  const what = `${block.table.name}／${row.label} ${fiscalYearLabel(year)}`;
  const names: WantedName[] = [{ name: monthsName(stem, year), sheet, area: monthsArea(place), comment: comment(what, '4月〜3月') }];
  const total = totalCell(place);
  if (total && row.total !== 'なし') names.push({ name: totalName(stem, year), sheet, area: cellArea(total), comment: comment(what, block.totalLabel ?? '計') });
  return names;
}

export const defineAction = (wanted: WantedName): PlanAction => ({ kind: 'defineName', ...wanted });
