import { resolveActual } from '../../domain/actual';
import type { KpiCondition } from '../../domain/definitions';
import { asOfLabel } from '../../domain/fiscalYear';
import { MARK_MEANINGS, readMark } from '../../domain/marks';
import { HEADINGS } from '../../domain/publish/headings';
import { publishCount, publishedUnit, publishFigure } from '../../domain/publish/publishedFigure';
import { inWesternYears } from '../../domain/publish/westernYears';
import type { KpiSheetKey } from '../kpiSheet';
import type { RecordLine } from '../recordTable';
import type { WorkbookState } from '../workbookState';
import { HEAD, lineHead, NO_FIGURE, publishedTable, type PublishedCell, type PublishedLine, type PublishedTable } from './publishedTable';

export const KPI_PART = 'KPI';
const TITLE = 'KPI';
const H = HEADINGS;
const COLUMNS = [
  ...HEAD, H.kpiId, H.kpi, H.condition, H.direction, H.unit, H.target, H.targetUpper, H.actual, H.previous, H.asOfEra, H.asOfWestern, H.state,
  H.mark, H.markMeaning, H.rank, H.rankAsOfEra, H.rankAsOfWestern, H.rankState, H.note,
];
const ALWAYS: ReadonlySet<string> = new Set([...HEAD.slice(1), H.kpiId, H.kpi, H.condition, H.direction, H.target, H.actual, H.unit, H.mark]);

/** The KPIs as judged, a line each condition; the mark and the rank stand in every line of a KPI. null: there is no KPI list. */
export function kpiTable(state: WorkbookState, fiscalYear: number): PublishedTable | null {
  const { kpis } = state.lists;
  if (!kpis) return null;
  const lines = kpis.content.kpis.flatMap(({ kpi, lines: found, rank, rankAsOf, rankState }) => {
    const mark = readMark(found[0]?.text('effective') ?? '');
    const rankEra = rank === null ? '' : asOfLabel(rankAsOf);
    return kpi.conditions.map((condition, index): PublishedLine => ({
      ...lineHead(state, TITLE, fiscalYear),
      [H.kpiId]: kpi.id, [H.kpi]: kpi.name, [H.condition]: condition.label, [H.direction]: condition.direction,
      ...conditionCells(state, condition, found[index]),
      [H.mark]: mark, [H.markMeaning]: mark === null ? null : MARK_MEANINGS[mark],
      [H.rank]: rank === null ? null : publishCount(rank), [H.rankAsOfEra]: rankEra, [H.rankAsOfWestern]: inWesternYears(rankEra), [H.rankState]: rank === null ? null : rankState,
    }));
  });
  return publishedTable({ part: KPI_PART, title: TITLE, group: null }, COLUMNS, lines, ALWAYS);
}

function conditionCells(state: WorkbookState, condition: KpiCondition, line: RecordLine<KpiSheetKey> | undefined): PublishedLine {
  const figure = (key: KpiSheetKey): PublishedCell => {
    const value = line?.value(key);
    return typeof value === 'number' ? publishFigure(value, condition.format) : null;
  };
  const actual = figure('actual');
  const target = figure('target');
  const previous = figure('previous');
  const asOf = actual === null ? '' : (line?.text('asOf') ?? '').replace(/（[^（）]*）$/, '');
  return {
    [H.target]: target, [H.targetUpper]: condition.direction === '範囲内' ? figure('targetUpper') : null, [H.actual]: actual, [H.previous]: previous,
    [H.unit]: publishedUnit(condition.format, unitOf(state, condition)),
    [H.asOfEra]: asOf, [H.asOfWestern]: inWesternYears(asOf), [H.state]: actual === null ? null : (state.figures.states?.get(condition.id) ?? null),
    [H.note]: actual === null || target === null || previous === null ? NO_FIGURE : null,
  };
}

/** Of the row that is judged. */
function unitOf({ catalog }: WorkbookState, condition: KpiCondition): string {
  const target = resolveActual(condition.actual, catalog);
  return target.ok && target.data.kind === 'row' ? (catalog.rows.get(target.data.ref.rowId)?.definition.unit ?? '') : '';
}
