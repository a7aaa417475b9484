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

const MOST_NAMED = 8;

/** Prepares definitions. A row with a fault is kept, marked broken, and so is what depends on it. */
export function buildCatalog(definitions: Definitions, spoiled: Spoiled = NONE): Catalog {
  const problems: DefinitionProblem[] = [];
  const resolve = resolver(definitions, spoiled);
  const rows = new Map<string, CatalogRow>();
  for (const table of definitions.tables) {
    for (const definition of table.rows) rows.set(definition.id, prepare(table, definition, resolve, problems));
  }
  for (const loop of findCycles(rows)) {
    // Of a long circle its beginning tells enough.
    const path = [...loop.slice(0, MOST_NAMED), loop[MOST_NAMED] === undefined ? loop[0] : '…'].map((id = '') => rows.get(id)?.definition.label ?? id).join(' → ');
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

/** The rows of a table that were merged into one of its rows when they ended. */
export const mergedRows = (table: TableDefinition, rowId: string, resolve: Catalog['resolve']): RowDefinition[] => table.rows.filter(({ mergedInto }) => {
  const into = mergedInto === null ? null : resolveReference(mergedInto, table, resolve);
  return into?.ok === true && into.data.rowId === rowId;
});

function resolver(definitions: Definitions, spoiled: Spoiled): Catalog['resolve'] {
  const byName = new Map(definitions.tables.map((table) => [normalizeLabel(table.name), table]));
  const labelled = new Map<TableDefinition, ReadonlyMap<string, RowDefinition>>();
  const rowsByLabel = (table: TableDefinition): ReadonlyMap<string, RowDefinition> => {
    // Of two rows with one label the first is meant, so it is set last.
    const rows = labelled.get(table) ?? new Map([...table.rows].reverse().map((row) => [normalizeLabel(row.label), row]));
    labelled.set(table, rows);
    return rows;
  };
  return (ref, from) => {
    const table = ref.table === null ? from : byName.get(normalizeLabel(ref.table));
    if (ref.table !== null && !table && spoiled.has(spoiledKey(ref.table, null))) return failure(`表「${ref.table}」の定義に誤りがあるため計算できません`);
    if (!table) return failure(ref.table === null ? `「${ref.row}」は表名を付けて [表名.${ref.row}] と書いてください` : `表「${ref.table}」がありません`);
    const row = rowsByLabel(table).get(normalizeLabel(ref.row));
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

/** Every circle of row formulas, each once. Rows may hang on each other in any number, so the way is kept in a list. */
function findCycles(rows: ReadonlyMap<string, CatalogRow>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of rows.keys()) {
    const path: { readonly id: string; readonly operands: readonly string[]; next: number }[] = [];
    const places = new Map<string, number>();
    const enter = (id: string): void => {
      const row = rows.get(id);
      const place = places.get(id);
      if (place !== undefined) cycles.push(path.slice(place).map((one) => one.id));
      else if (row && !done.has(id)) {
        places.set(id, path.length);
        path.push({ id, operands: sameYearOperands(row), next: 0 });
      }
    };
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const operand = top.operands[top.next++];
      if (operand !== undefined) enter(operand);
      else {
        path.pop();
        places.delete(top.id);
        done.add(top.id);
      }
    }
  }
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
  const dependents = new Map<string, string[]>();
  for (const [id, row] of rows) for (const operand of new Set(sameYearOperands(row))) {
    const known = dependents.get(operand);
    if (known) known.push(id);
    else dependents.set(operand, [id]);
  }
  const queue = [...rows].flatMap(([id, row]) => (row.broken === null ? [] : [id]));
  for (const cause of queue) {
    for (const id of dependents.get(cause) ?? []) {
      const row = rows.get(id);
      if (!row || row.broken !== null) continue;
      const first = sameYearOperands(row).map((operand) => rows.get(operand)).find((operand) => operand?.broken != null);
      rows.set(id, { ...row, broken: `「${first?.definition.label ?? cause}」の計算式に誤りがあるため計算できません` });
      queue.push(id);
    }
  }
}
