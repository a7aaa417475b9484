import { counted } from '../../domain/counted';
import { fiscalYearLabel } from '../../domain/fiscalYear';
import { buildCatalog } from '../../domain/catalog';
import type { Definitions } from '../../domain/definitions';
import { yearsOf, type SeriesKey } from '../../domain/series';
import { meets } from '../../domain/recognition/matrix';
import { readSheetArea } from '../../plan/sheetReference';
import { monthsSpan, type SeriesPlace } from '../blockPlace';
import type { Block, BlockLine } from '../blocks';
import { ANCHORS, completeStems, foldName, freeSheetName, monthsName, type NameStems } from '../names';
import { findCopies } from '../copies';
import { PlanBuilder } from '../planBuilder';
import { anchorAction, plannedPlace } from '../recordTable';
import { defineAction } from '../seriesNames';
import { keyOf, type TableMap } from '../tableMap';
import { layoutTableSheet, TABLE_SHEET } from '../tableSheet';
import { updateTableSheet } from '../tableSheetUpdate';
import { stopIfDamaged, type Thought } from '../thought';
import type { WorkbookState } from '../workbookState';
import { assignLines } from './assign';
import { formulaChanges, textFigures, type FormulaChange, type TextFigure } from './changes';
import { adoptDefinitions, type AdoptedAll } from './definitions';
import { describeTables, type AdoptTable } from './describe';
import { listedLines } from './listedLines';
import { placeAdopted, type AdoptedBlock, type AdoptedPlaces } from './places';
import { partlyRead } from './portions';
import type { AdoptRequest, TableStatus } from './request';
import { findSheetTables, type SheetTable } from './sheetTables';
import { tableKey } from './tableKey';

/** Everything adopting a workbook's tables would do, and what was found. */
export interface AdoptThought extends Thought {
  readonly tables: readonly AdoptTable[];
  /** Typed cells of derived rows that could get a formula, and figures typed as text; of the tables that are bound. */
  readonly formulas: readonly FormulaChange[];
  readonly texts: readonly TextFigure[];
  /** The workbook is taken to be of this year. */
  readonly fiscalYear: number;
}

/** The fiscal year of a workbook: its own where 表定義 says it, else the latest that bears a figure in a table found, else `fallback`. */
export function adoptedYear(state: Pick<WorkbookState, 'fiscalYear' | 'lists'>, tables: readonly SheetTable[], request: Pick<AdoptRequest, 'confidence' | 'fiscalYear'>, fallback: number): number {
  if (state.fiscalYear !== null && state.lists.tables) return state.fiscalYear;
  if (request.fiscalYear !== null) return request.fiscalYear;
  const sure = tables.filter((table) => table.confidence >= request.confidence);
  const years = sure.flatMap((table) => table.found.lines.flatMap((line) => (line.year !== null && line.cells.some((cell) => cell.kind === 'figure') ? [line.year] : [])));
  return years.length === 0 ? (state.fiscalYear ?? fallback) : Math.max(...years);
}

/** Thinks the adoption of the tables found through. `fallback`: the fiscal year where nothing tells one. */
export function thinkAdoption(read: WorkbookState, request: AdoptRequest, fallback: number, tables: readonly SheetTable[] = staffTables(read)): AdoptThought {
  const state = { ...read, map: namedOnly(read) };
  const thought = thinkAdopt(state, tables, request, adoptedYear(state, tables, request, fallback));
  return { ...thought, warnings: [...thought.warnings, ...partlyRead(state.snapshot)] };
}

/**
 * What merely looks like a table of ours is not bound yet: names make it so, that of the header, or those of all lines: a row of another heading
 * in the definitions gives the header another name. One name that was left standing is not enough.
 */
function namedOnly(state: WorkbookState): TableMap {
  const { map, snapshot } = state;
  const names = new Set(snapshot.names.map((name) => foldName(name.name)));
  const isNamed = (name: string): boolean => names.has(foldName(name));
  const areLinesNamed = ({ lines }: Block): boolean => {
    const laidOut = laidOutNames(state, lines);
    return laidOut.length > 0 && laidOut.every(isNamed);
  };
  const blocks = map.blocks.filter(({ block }) => isNamed(block.headerName) || areLinesNamed(block));
  return { ...map, blocks, series: new Map([...map.series].filter(([, place]) => blocks.includes(place.block))) };
}

/** The names that lines bear, of those that the workbook's own definitions hold. */
function laidOutNames({ lists, stems }: WorkbookState, lines: readonly Pick<BlockLine, 'row' | 'year'>[]): string[] {
  const stored = lists.tables?.content.stems;
  return lines.filter(({ row }) => stored?.has(row.id)).map(({ row, year }) => monthsName(stems.get(row.id) ?? row.id, year));
}

/** Tables of the workbook's own definitions most of whose lines bear their names, whatever became of their headers: they get their names back, and their definitions stay. */
function stillNamed(state: WorkbookState, fiscalYear: number): string[] {
  const standing = new Set(state.snapshot.names.filter((name) => readSheetArea(name.refersTo) !== null).map((name) => foldName(name.name)));
  return state.definitions.tables.filter(({ rows }) => {
    const names = laidOutNames(state, rows.flatMap((row) => yearsOf(row, fiscalYear).map((year) => ({ row, year }))));
    return names.filter((name) => standing.has(foldName(name))).length * 2 > names.length;
  }).map((table) => table.id);
}

/** Tables on every sheet but our own lists and summary, which are made by us, and copies of sheets, whose doubled names have to go first. */
export function staffTables(state: WorkbookState): SheetTable[] {
  const { lists, snapshot } = state;
  const summary = snapshot.names.find((name) => name.name === ANCHORS.summary.name);
  const own = new Set(Object.values(lists).flatMap((list) => list?.table.sheet ?? []).concat(summary ? (readSheetArea(summary.refersTo)?.sheet ?? []) : []));
  const { copied } = findCopies(snapshot);
  return [...state.grids.values()].filter((grid) => !own.has(grid.name) && !copied.has(grid.name)).flatMap(findSheetTables).filter((table) => table.confidence >= DOUBTFUL);
}

/** Less sure findings are not even shown. */
const DOUBTFUL = 0.4;

/** 表を認識: binds tables that stand in the workbook with names and definitions. Nothing else is written unless it is asked for. */
export function thinkAdopt(state: WorkbookState, tables: readonly SheetTable[], request: AdoptRequest, fiscalYear: number): AdoptThought {
  const stopped = stopIfDamaged(state);
  if (stopped) return { ...stopped, tables: [], formulas: [], texts: [], fiscalYear };
  const status = new Map(tables.map((table) => [table, statusOf(table, state, request)] as const));
  const accepted = tables.filter((table) => status.get(table)?.status === 'bind');
  const { placements, left } = assignLines(accepted, state.definitions, new Set(state.map.series.keys()), fiscalYear, request);
  const placed = new Set([...state.map.blocks.map((place) => place.block.table.id), ...stillNamed(state, fiscalYear)]);
  const all = adoptDefinitions(placements, { known: state.definitions, listed: listedLines(state) }, placed, state.grids, fiscalYear);
  const stems = completeStems(all.definitions, state.stems);
  const places = placeAdopted(all.adopted, fiscalYear, stems, state.snapshot.names, new Set(state.map.series.keys()));
  for (const [table, name] of places.taken) status.set(table, { status: 'refused', reason: `名前「${name}」がほかの場所に使われているため、この表には触れていません。` });
  const map = withPlaces(state.map, places.blocks);
  const texts = places.blocks.flatMap((block) => textFigures(block, state.grids));
  const converted = texts.filter((one) => request.numbers === 'all' || request.numbers.has(one.table));
  const formulas = formulaChanges(places.blocks, all.definitions, fiscalYear, map, state.grids, converted);
  const live = new Set(formulas.map((one) => one.rowId).filter((id) => request.formulas === 'all' || request.formulas.has(id)));
  const builder = new PlanBuilder();
  writeDefinitions(builder, state, { definitions: withLive(all.definitions, live), shaped: new Set(all.adopted.map((one) => one.definition.id).filter((id) => !placed.has(id))) }, stems, fiscalYear, places.blocks.length > 0);
  for (const block of places.blocks) builder.add(...block.names.map(defineAction));
  for (const one of converted) {
    builder.add({ kind: 'numberFormat', sheet: one.cell.sheet, area: { row: one.cell.row, column: one.cell.column, rows: 1, columns: 1 }, format: one.format });
    builder.put(one.cell.sheet, one.cell.row, one.cell.column, one.value);
  }
  const written = formulas.filter((one) => live.has(one.rowId));
  for (const one of written) builder.put(one.cell.sheet, one.cell.row, one.cell.column, { formula: one.formula });
  const described = describeTables({ tables, status, places, all, left: [...left, ...all.left, ...all.noRoom, ...places.left], stems });
  return { plan: builder.build(state.snapshot.names), ...words(described, places, all, converted, written, fiscalYear), tables: described, formulas, texts, fiscalYear };
}

function statusOf(table: SheetTable, state: WorkbookState, request: AdoptRequest): TableStatus {
  const bound = state.map.blocks.some((block) => block.sheet === table.sheet && block.axis === table.axis && block.headerLine === table.found.header.line && meets(monthsSpan(block.monthPositions), monthsSpan(table.found.header.months)));
  if (bound) return { status: 'bound', reason: '名前が付いている表です。' };
  const sheet = state.snapshot.sheets.find((one) => one.name === table.sheet);
  if (sheet?.protected) return { status: 'refused', reason: `シート「${table.sheet}」は保護されているため、この表には触れていません。` };
  const wanted = request.accept === 'sure' ? table.confidence >= request.confidence : request.accept.has(tableKey(table));
  return wanted ? { status: 'bind', reason: '' } : { status: 'below', reason: '表かどうか確かでないため、名前を付けていません。' };
}

function withPlaces(map: TableMap, blocks: readonly AdoptedBlock[]): TableMap {
  const series = new Map<SeriesKey, SeriesPlace>(map.series);
  for (const block of blocks) for (const { place } of block.series) series.set(keyOf(place.line), place);
  return { ...map, series, blocks: [...map.blocks, ...blocks.map((block) => block.place)], formerLines: new Map() };
}

const withLive = (definitions: Definitions, live: ReadonlySet<string>): Definitions =>
  ({ ...definitions, tables: definitions.tables.map((table) => ({ ...table, rows: table.rows.map((row) => (live.has(row.id) ? { ...row, asTyped: false } : row)) })) });

function writeDefinitions(builder: PlanBuilder, state: WorkbookState, { definitions, shaped }: { readonly definitions: Definitions; readonly shaped: ReadonlySet<string> }, stems: NameStems, fiscalYear: number, needed: boolean): void {
  if (!needed) return;
  if (state.lists.tables) {
    updateTableSheet(builder, state.lists.tables, definitions, shaped, stems);
    return;
  }
  const sheet = freeSheetName(ANCHORS.tables.sheet, state.snapshot.sheets);
  builder.add({ kind: 'addSheet', sheet });
  layoutTableSheet(builder, sheet, definitions, stems, fiscalYear, state.branch);
  builder.add(anchorAction('tables', plannedPlace(sheet, TABLE_SHEET)));
}

function words(tables: readonly AdoptTable[], places: AdoptedPlaces, all: AdoptedAll, converted: readonly TextFigure[], written: readonly FormulaChange[], fiscalYear: number): Pick<Thought, 'will' | 'done' | 'warnings'> {
  const bound = tables.filter((table) => table.status === 'bind');
  const series = places.blocks.reduce((sum, block) => sum + block.series.length, 0);
  const problems = buildCatalog(all.definitions).problems.length;
  const what = (end: (verb: string) => string): string[] => bound.length === 0 ? [] : [
    `${counted(bound.length)}の表（${series}行）に名前を${end('付け')}${fiscalYear > 0 ? `（${fiscalYearLabel(fiscalYear)}のブック）` : ''}。`,
    ...(converted.length > 0 ? [`文字で入力された数値 ${converted.length}個を数値に${end('直し')}。`] : []),
    ...(written.length > 0 ? [`計算できる値 ${written.length}個を計算式に${end('替え')}${changedWords(written)}。`] : []),
  ];
  return {
    will: what((verb) => `${verb}ます`),
    done: what((verb) => `${verb}ました`),
    warnings: [
      ...tables.filter((table) => table.status === 'refused').map((table) => `${table.sheet} ${table.address}「${table.name}」: ${table.reason}`),
      ...tables.filter((table) => table.status === 'bind').flatMap((table) => table.notes.map((note) => `${table.sheet} ${table.address}「${table.name}」: ${note}`)),
      ...(problems > 0 ? [`「表定義」に確認していただきたい計算式が${problems}件あります。`] : []),
      ...(tables.length === 0 ? ['4月〜3月の表は見つかりませんでした。何も変更していません。'] : []),
    ],
  };
}

function changedWords(written: readonly FormulaChange[]): string {
  const changed = written.filter((one) => one.differs).length;
  return changed === 0 ? '（表示される値は変わりません）' : `（うち${changed}個は表示される値が変わります）`;
}
