import type { Definitions } from '../domain/definitions';
import { lastEndedMonth } from '../domain/due';
import { calendarMonth, calendarYear, fiscalYearLabelFull } from '../domain/fiscalYear';
import { kpiCards, type KpiCard } from '../sheets/view/kpiCard';
import { linePlace } from '../sheets/view/place';
import { lastEvaluation, suggestedMonth } from '../sheets/view/month';
import { readState, type WorkbookState } from '../sheets/workbookState';
import { isWorkingName } from '../sheets/names';
import type { WorkbookSnapshot } from '../plan/snapshot';
import { readWorkbook, type JobContext } from './job';
import type { WorkbookLook } from './workbookLook';

/** What looking needs. The standard definitions may be such as have to be fetched. */
export interface LookContext extends Pick<JobContext, 'gateway'> {
  readonly standard: Definitions | (() => Promise<Definitions>);
}

/** Reads the workbook for the pane: two requests at most, nothing written. `today` tells which figures are due. Throws GatewayError. */
export async function look(context: LookContext, year: number, today: Date): Promise<WorkbookLook> {
  const state = await stateOf(await readWorkbook(context), context.standard, year);
  const latest = lastEndedMonth(today, state.fiscalYear ?? year);
  const judged = new Map<number, readonly KpiCard[]>();
  let history: Promise<WorkbookState> | null = null;
  return {
    condition: conditionOf(state),
    adoptable: state.lists.tables === null && hasContent(state),
    damage: state.damaged,
    yearLabel: state.fiscalYear === null ? '' : fiscalYearLabelFull(state.fiscalYear),
    fiscalYear: state.fiscalYear,
    branch: state.branch,
    groups: state.definitions.groups,
    tags: [...new Set(state.definitions.planRows.flatMap((row) => (row.kpi === null ? [] : row.tags)))],
    evaluation: lastEvaluation(state),
    suggestedMonth: suggestedMonth(state, today),
    obstacles: obstaclesOf(state),
    indicators: state.lists.indicators && linePlace(state.lists.indicators.table, state.lists.indicators.table.headerRow),
    // Judged once a month: the pane asks again with every view it draws.
    kpis: (asOf) => {
      const cards = judged.get(asOf) ?? kpiCards(state, asOf);
      judged.set(asOf, cards);
      return cards;
    },
    // What the home view does not need is fetched when it is first wanted.
    tables: async () => (await import('../sheets/view/tableHealth')).tableHealth(state),
    entry: async (group, month) => (await import('../sheets/view/entryForm')).entryForm(state, group, month, latest),
    history: async (kpi) => {
      const read = (history ??= (await import('./readHistory')).readHistory(context, state));
      read.catch(() => { history = null; });
      return (await import('../sheets/view/kpiHistory')).kpiHistory(await read, kpi);
    },
    outputs: async () => (await import('../sheets/view/outputChoices')).outputChoices(state),
    missing: async (asOf) => (await import('../sheets/view/entryForm')).missingFigures(state, asOf, latest),
    progress: async () => (await import('../sheets/records/progressPreview')).progressPreview(state, today),
    rank: async (question, asOf) => (await import('../sheets/view/rankView')).rankView(state, question, { year: calendarYear(state.fiscalYear ?? year, asOf), month: calendarMonth(asOf) }),
  };
}

/** Only a workbook that lacks a list of definitions needs the standard ones; of 業績評価 nothing that is looked at takes them. */
async function stateOf(snapshot: WorkbookSnapshot, standard: LookContext['standard'], year: number): Promise<WorkbookState> {
  if (typeof standard !== 'function') return readState(snapshot, standard, year);
  const state = readState(snapshot, { schemaVersion: 0, groups: [], tables: [], kpis: [], yearly: [], planRows: [], indicators: [] }, year);
  return definitionLists(state).includes(null) ? readState(snapshot, await standard(), year) : state;
}

/** 業績評価 came later: a workbook without it is whole. */
const definitionLists = ({ lists }: WorkbookState): readonly unknown[] => [lists.tables, lists.kpis, lists.yearly, lists.planRows];

function conditionOf(state: WorkbookState): WorkbookLook['condition'] {
  if (state.damaged.length > 0) return 'damaged';
  const lists = definitionLists(state);
  // A table that merely looks like one of ours is somebody's.
  if (lists.every((list) => list === null) && !state.snapshot.names.some((name) => isWorkingName(name.name))) return 'empty';
  return lists.some((list) => list === null) || state.map.missing.length > 0 ? 'partial' : 'laidOut';
}

/** Sheets that were not read may bear anything; a workbook of one sheet was read whole. */
const hasContent = ({ grids, snapshot }: WorkbookState): boolean => snapshot.sheets.length > grids.size || [...grids.values()].some((grid) => grid.endRow > 0);

/** Sheets with cells of ours, and the file itself. */
function obstaclesOf(state: WorkbookState): WorkbookLook['obstacles'] {
  const { lists, map, snapshot } = state;
  const ours = new Set([lists.kpis, lists.planRows, lists.tables, lists.yearly, lists.indicators].flatMap((list) => list?.table.sheet ?? []).concat(map.blocks.map((block) => block.sheet)));
  const locked = snapshot.sheets.filter((sheet) => sheet.protected && ours.has(sheet.name)).map((sheet) => `「${sheet.name}」`);
  return {
    readOnly: snapshot.readOnly ? 'このファイルは読み取り専用で開かれています。表示はできますが、書き込みはできません。' : null,
    locked: locked.length > 0 ? `シート${locked.join('')}は保護されています。そこに書き込むときは、先に保護を解除してください。` : null,
  };
}
