import type { Definitions, RowDefinition, TableDefinition } from './definitions';
import { normalizeLabel } from './labels';
import { mapReferences, parseRowFormula, parseRowReference, referencesOf, type Aggregate, type Expression, type RowReference } from './rowFormula';
import { failure, success, type Result } from './result';

/** A row by identity, in the same year or the year before. */
export interface RowRef {
  readonly rowId: string;
  readonly yearsBack: 0 | 1;
}

/** How a row's total column comes about. */
export type TotalPlan =
  | { readonly kind: 'aggregate'; readonly name: Aggregate }
  | { readonly kind: 'count' }
  | { readonly kind: 'formula'; readonly expression: Expression<RowRef> }
  | { readonly kind: 'typed' }
  | { readonly kind: 'none' };

export interface CatalogRow {
  readonly table: TableDefinition;
  readonly definition: RowDefinition;
  /** null: the months are typed. */
  readonly monthly: Expression<RowRef> | null;
  readonly total: TotalPlan;
  /** Why the row's formulas cannot be used; null: they can. */
  readonly broken: string | null;
}

/** A fault of a definition, told by the row or KPI it stands in. */
export interface DefinitionProblem {
  readonly id: string;
  readonly field: string;
  readonly message: string;
}

/** The table definitions made ready for use: formulas parsed, references resolved, cycles refused. */
export interface Catalog {
  readonly definitions: Definitions;
  readonly rows: ReadonlyMap<string, CatalogRow>;
  readonly problems: readonly DefinitionProblem[];
  /** Resolves a row as written, as seen from a table (null: from none). */
  readonly resolve: (ref: RowReference, from: TableDefinition | null) => Result<RowRef>;
}

export const YEARLY_TABLE = '実績値';

/** Tables and rows that are written down but cannot be used, by `spoiledKey`. */
export type Spoiled = ReadonlySet<string>;
export const spoiledKey = (table: string, row: string | null): string => `${normalizeLabel(table)}\n${row === null ? '' : normalizeLabel(row)}`;
const NONE: Spoiled = new Set();

/** Prepares definitions. A row with a fault is kept, marked broken, and so is what depends on it. */
export function buildCatalog(definitions: Definitions, spoiled: Spoiled = NONE): Catalog {
  const problems: DefinitionProblem[] = [];
  const resolve = resolver(definitions, spoiled);
  const rows = new Map<string, CatalogRow>();
  for (const table of definitions.tables) {
    for (const definition of table.rows) rows.set(definition.id, prepare(table, definition, resolve, problems));
  }
  for (const loop of findCycles(rows)) {
    const path = [...loop, loop[0] ?? ''].map((id) => rows.get(id)?.definition.label ?? id).join(' → ');
    for (const id of loop) breakRow(rows, id, `計算式が循環しています（${path}）`, problems);
  }
  spreadBreaks(rows);
  return { definitions, rows, problems, resolve };
}

function prepare(table: TableDefinition, definition: RowDefinition, resolve: Catalog['resolve'], problems: DefinitionProblem[]): CatalogRow {
  let broken: string | null = null;
  const read = (text: string, field: string): Expression<RowRef> | null => {
    const outcome = resolveFormula(text, table, resolve);
    if (outcome.ok) return outcome.data;
    broken = `${field}「${text}」: ${outcome.reason}`;
    problems.push({ id: definition.id, field, message: outcome.reason });
    return null;
  };
  const monthly = definition.formula === null ? null : read(definition.formula, '計算式');
  return { table, definition, monthly, total: totalPlan(definition, monthly, read), broken };
}

function totalPlan(row: RowDefinition, monthly: Expression<RowRef> | null, read: (text: string, field: string) => Expression<RowRef> | null): TotalPlan {
  switch (row.total) {
    case '合計':
      return { kind: 'aggregate', name: 'SUM' };
    case '平均':
      return { kind: 'aggregate', name: 'AVERAGE' };
    case '件数':
      return { kind: 'count' };
    case '入力':
      return { kind: 'typed' };
    case 'なし':
      return { kind: 'none' };
    case '計算式':
      return monthly ? { kind: 'formula', expression: monthly } : { kind: 'none' };
    default: {
      const expression = read(row.total, '計');
      return expression ? { kind: 'formula', expression } : { kind: 'none' };
    }
  }
}

/** Parses a row formula and resolves its rows; the reason names the first fault. */
export function resolveFormula(text: string, table: TableDefinition | null, resolve: Catalog['resolve']): Result<Expression<RowRef>> {
  const parsed = parseRowFormula(text);
  if (!parsed.ok) return failure(`${parsed.reason.at}文字目: ${parsed.reason.message}`);
  for (const ref of referencesOf(parsed.data)) {
    const found = resolve(ref, table);
    if (!found.ok) return found;
  }
  return success(mapReferences(parsed.data, (ref) => {
    const found = resolve(ref, table);
    if (!found.ok) throw new Error(found.reason);
    return found.data;
  }));
}

/** Reads "[table.row]" and resolves it. */
export function resolveReference(text: string, table: TableDefinition | null, resolve: Catalog['resolve']): Result<RowRef> {
  const parsed = parseRowReference(text);
  return parsed.ok ? resolve(parsed.data, table) : failure(parsed.reason.message);
}

function resolver(definitions: Definitions, spoiled: Spoiled): Catalog['resolve'] {
  const byName = new Map(definitions.tables.map((table) => [normalizeLabel(table.name), table]));
  return (ref, from) => {
    const table = ref.table === null ? from : byName.get(normalizeLabel(ref.table));
    if (ref.table !== null && !table && spoiled.has(spoiledKey(ref.table, null))) return failure(`表「${ref.table}」の定義に誤りがあるため計算できません`);
    if (!table) return failure(ref.table === null ? `「${ref.row}」は表名を付けて [表名.${ref.row}] と書いてください` : `表「${ref.table}」がありません`);
    const wanted = normalizeLabel(ref.row);
    const row = table.rows.find((candidate) => normalizeLabel(candidate.label) === wanted);
    if (!row && spoiled.has(spoiledKey(table.name, ref.row))) return failure(`「${ref.row}」の定義に誤りがあるため計算できません`);
    return row ? success({ rowId: row.id, yearsBack: ref.yearsBack }) : failure(`表「${table.name}」に項目「${ref.row}」がありません`);
  };
}

/** The rows that a row's formulas read. */
export function operandsOf(row: CatalogRow): RowRef[] {
  const expressions = [row.monthly, row.total.kind === 'formula' ? row.total.expression : null];
  return expressions.flatMap((expression) => (expression ? referencesOf(expression) : []));
}

/** Operands of the same year; the year before can never close a circle. */
const sameYearOperands = (row: CatalogRow): string[] => operandsOf(row).filter((ref) => ref.yearsBack === 0).map((ref) => ref.rowId);

/** Every circle of row formulas, each once. */
function findCycles(rows: ReadonlyMap<string, CatalogRow>): string[][] {
  const cycles: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (id: string): void => {
    if (state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      cycles.push(path.slice(path.indexOf(id)));
      return;
    }
    const row = rows.get(id);
    if (!row) return;
    state.set(id, 'open');
    path.push(id);
    for (const operand of sameYearOperands(row)) visit(operand);
    path.pop();
    state.set(id, 'done');
  };
  for (const id of rows.keys()) visit(id);
  return cycles;
}

function breakRow(rows: Map<string, CatalogRow>, id: string, message: string, problems: DefinitionProblem[]): void {
  const row = rows.get(id);
  if (!row || row.broken !== null) return;
  rows.set(id, { ...row, broken: message });
  problems.push({ id, field: '計算式', message });
}

/** What rests on a broken row is broken too, without a problem of its own. */
function spreadBreaks(rows: Map<string, CatalogRow>): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const [id, row] of rows) {
      if (row.broken !== null) continue;
      const cause = sameYearOperands(row).map((operand) => rows.get(operand)).find((operand) => operand?.broken != null);
      if (!cause) continue;
      rows.set(id, { ...row, broken: `「${cause.definition.label}」の計算式に誤りがあるため計算できません` });
      changed = true;
    }
  }
}
