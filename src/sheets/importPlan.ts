import type { SeedFigures } from '../domain/figures';
import { seriesKey, type SeriesKey } from '../domain/series';
import type { TextReading, TextTable } from '../domain/text/textReading';
import { groups } from './groups';
import { figureName, mismatches, shown, standing, type ImportMismatch } from './import/compare';
import { importFigures, type ImportFigure } from './import/figures';
import { thinkLayout } from './layoutPlan';
import type { DerivedId } from './overwrittenSheet';
import { PlanBuilder } from './planBuilder';
import { firstOf, some } from './some';
import { updateTableSheet } from './tableSheetUpdate';
import { stopIfDamaged, type Thought } from './thought';
import { withTables } from './withTables';
import type { WorkbookState } from './workbookState';

/** What a person decided over the figures of a text. */
export interface ImportDecisions {
  /** IDs of the tables to be taken over; known: those that the workbook's definitions are for. */
  readonly tables: 'known' | 'all' | ReadonlySet<string>;
  /** Figures that may take the place of another one that stands in the workbook. */
  readonly correct: ReadonlySet<DerivedId>;
}


/** What becomes of each figure, before anything is written. */
export interface ImportPreview {
  readonly figures: readonly ImportFigure[];
  readonly mismatches: readonly ImportMismatch[];
}

export interface ImportThought extends Thought {
  readonly preview: ImportPreview;
}

const NOTHING: ImportPreview = { figures: [], mismatches: [] };
/** Takes the figures of a text over: into empty cells of the tables there are, and together with those that are laid out for them. `fiscalYear`: the workbook's. */
export function thinkImport(before: WorkbookState, reading: TextReading, decisions: ImportDecisions, fiscalYear: number): ImportThought {
  const stopped = stopIfDamaged(before);
  if (stopped) return { ...stopped, preview: NOTHING };
  const tables = reading.tables.filter((table) => (decisions.tables === 'known' ? !table.own : decisions.tables === 'all' || decisions.tables.has(table.definition.id)));
  const own = tables.filter((table) => table.own);
  const state = withTables(before, own.map((table) => table.definition), fiscalYear);
  const told = tellings(reading, own);
  const figures = importFigures(state, tables);
  if (figures.length === 0) return { plan: { actions: [] }, done: [], warnings: told, preview: NOTHING };
  const isWritten = (figure: ImportFigure): boolean => figure.kind === 'new' || figure.kind === 'fill' || (figure.kind === 'differs' && decisions.correct.has(figure.id));
  const written = figures.filter(isWritten);
  const fresh = new Set(written.flatMap((figure) => (figure.kind === 'new' ? [figure.row.table.id] : [])));
  const layout = fresh.size === 0 ? null : thinkLayout(state, {
    seed: seedOf(state, fiscalYear, written), fiscalYear, figuresFrom: '数値は文章から読み取ったものです。',
    // A workbook that has its list of tables gets no others than the text brings.
    only: state.lists.tables === null ? null : fresh,
    unheardOf: new Set(own.map((table) => table.definition.id)),
  });
  const builder = new PlanBuilder();
  if (own.length > 0 && state.lists.tables) updateTableSheet(builder, state.lists.tables, state.definitions, new Set(), state.stems);
  const cells = written.filter((figure) => figure.kind !== 'new');
  for (const { cell, value } of cells) if (cell) builder.put(cell.sheet, cell.row, cell.column, value);
  const differing = mismatches(state, fiscalYear, figures, written, reading.oddities);
  const filled = cells.filter((figure) => figure.kind === 'fill');
  const corrections = cells.filter((figure) => figure.kind === 'differs').map((figure) => `訂正: ${figureName(figure)} ${standing(figure)} → ${shown(figure, figure.value)}`);
  const words = (verb: string): string[] => [...(filled.length > 0 ? [`文章の数値 ${filled.length}件を、空欄に${verb}（${tablesOf(filled)}）。`] : []), ...corrections];
  return {
    plan: { actions: [...(layout?.plan.actions ?? []), ...builder.build(state.snapshot.names).actions] },
    will: [...(layout?.will ?? []), ...words('書き込みます')],
    done: [...(layout?.done ?? []), ...words('書き込みました')],
    warnings: [
      ...(layout?.warnings ?? []), ...told,
      ...some(figures.filter((figure) => figure.kind === 'differs' && !isWritten(figure)).map((figure) => `${figureName(figure)}は、文章では ${shown(figure, figure.value)}、ブックでは ${standing(figure)}です。変更していません。`)),
      ...some(differing.map((one) => one.text)),
      ...keptWords(figures),
    ],
    preview: { figures, mismatches: differing },
  };
}

/** What is told of a text: of tables that no definition is for only where they are taken over. */
function tellings({ tables, cut, notes, unread, strangers, oddities }: TextReading, own: readonly TextTable[]): string[] {
  const left = new Set(tables.filter((table) => table.own && !own.includes(table)).flatMap((table) => table.definition.rows.map((row) => row.id)));
  const isTold = ({ rowId }: { readonly rowId: string }): boolean => !left.has(rowId);
  const headers = new Set(own.flatMap((table) => table.headers));
  return [
    ...cut, ...notes, ...some(unread.filter(isTold).map((one) => one.text)), ...some(strangers.filter((one) => one.kind === 'line' || !headers.has(one.line)).map((one) => one.text)),
    ...some(oddities.filter(isTold).map((one) => one.text)), ...own.flatMap((table) => some(table.notes)),
  ];
}

/** The figures for what is laid out, in the form 表を配置 takes them. */
function seedOf(state: WorkbookState, fiscalYear: number, written: readonly ImportFigure[]): SeedFigures {
  const series = new Map<SeriesKey, { row: string; year: number; months: (number | null)[]; total: number | null }>();
  for (const { series: { rowId, year }, month, value, kind } of written) {
    if (kind !== 'new') continue;
    const key = seriesKey(rowId, year);
    const one = series.get(key) ?? { row: rowId, year, months: Array<null>(12).fill(null), total: null };
    series.set(key, one);
    if (month === null) one.total = value;
    else one.months[month] = value;
  }
  return { schemaVersion: state.definitions.schemaVersion, fiscalYear, branch: state.branch, series: [...series.values()], yearly: [], ranks: [], marks: [], indicators: [] };
}

function tablesOf(figures: readonly ImportFigure[]): string {
  return firstOf([...new Set(figures.map((figure) => figure.row.table.name))], 3, '表');
}

/** Figures that have no cell to go to, a sentence a table and reason. */
export function keptWords(figures: readonly ImportFigure[]): string[] {
  const kept = groups(figures.filter((figure) => figure.kind === 'kept'), ({ reason, row, series }) => `${reason} ${row.table.id} ${series.year}`);
  return some(kept.map(([first, ...others]) => `${figureName(first)}${others.length > 0 ? ` など${others.length + 1}件` : ''}は、${first.reason}のため書き込みません。`));
}
