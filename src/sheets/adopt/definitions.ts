import { buildCatalog, resolveFormula } from '../../domain/catalog';
import type { Definitions, RowDefinition, TableDefinition, TotalRule } from '../../domain/definitions';
import { normalizeLabel } from '../../domain/labels';
import { listsBy } from '../../domain/listsBy';
import type { FoundLine } from '../../domain/recognition/foundTable';
import { bestLikeness } from '../../domain/recognition/likeness';
import { inferRow } from '../../domain/recognition/infer';
import { totalEvidence } from '../../domain/recognition/totals';
import type { Grid } from '../grid';
import { DefinitionRoom } from './definitionRoom';
import { FreeIds } from './freeIds';
import type { ListedLines } from './listedLines';
import { shapeOf, type Shape, type ShapedRow } from './shape';
import { spellingsOf } from './spellings';
import type { LeftLine, Placement } from './assign';
import { lineFormat } from './lineFormat';

/** A definition with the placements it was made from. */
export interface Adopted {
  readonly definition: TableDefinition;
  /** Nothing of the kind was defined. */
  readonly own: boolean;
  readonly shape: Shape;
  /** The row each shaped row became, in the order of `shape`. */
  readonly ids: ReadonlyMap<ShapedRow, string>;
  /** What was inferred of rows of its own, by ID. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
}

export interface AdoptedAll {
  readonly adopted: readonly Adopted[];
  readonly definitions: Definitions;
  readonly left: readonly LeftLine[];
  /** Rows that 表定義 has no lines left for. */
  readonly noRoom: readonly LeftLine[];
}

/** Definitions there are, and the lines of 「表定義」. */
export interface KnownDefinitions {
  readonly known: Definitions;
  readonly listed: ListedLines;
}

/**
 * Makes the definitions that fit the tables as they stand: known tables keep IDs, labels, units and formulas and take over years,
 * arrangement and spellings; others are made in place. A formula whose rows are not there goes: its cells stay typed. `fixed`: tables
 * that stand in the workbook by their definition, which take over spellings only.
 */
export function adoptDefinitions(placements: readonly Placement[], { known, listed }: KnownDefinitions, fixed: ReadonlySet<string>, grids: ReadonlyMap<string, Grid>, fiscalYear: number): AdoptedAll {
  const ids = new FreeIds(listed.ids);
  const names = new Set(known.tables.map((table) => normalizeLabel(table.name)));
  const room = new DefinitionRoom(listed.count);
  const left: LeftLine[] = [];
  const noRoom: LeftLine[] = [];
  const adopted = groupsOf(placements).flatMap(({ definition, group }): Adopted[] => {
    const whole = shapeOf(group, definition);
    if (definition && fixed.has(definition.id)) {
      const kept = keepKnown(definition, whole);
      left.push(...kept.shape.left);
      return [kept];
    }
    const { shape, noRoom: more } = room.fit(whole, definition === null);
    left.push(...shape.left);
    noRoom.push(...more);
    if (shape.blocks.length === 0) return [];
    return [definition ? adaptKnown(definition, shape, ids, grids, fiscalYear) : makeOwn(shape, freeName(group[0]?.name ?? '', names), ids, grids, fiscalYear)];
  });
  const replaced = new Map(adopted.map((one) => [one.definition.id, one.definition] as const));
  const tables = [...known.tables.map((table) => replaced.get(table.id) ?? table), ...adopted.filter((one) => one.own).map((one) => one.definition)];
  const changed = new Set(adopted.flatMap((one) => (fixed.has(one.definition.id) ? [] : [one.definition.id])));
  const sound = withoutBrokenFormulas({ ...known, groups: [...new Set(tables.map((table) => table.group))], tables }, changed);
  const byId = new Map(sound.tables.map((table) => [table.id, table] as const));
  return { adopted: adopted.map((one) => ({ ...one, definition: byId.get(one.definition.id) ?? one.definition })), definitions: sound, left, noRoom };
}

/** Placements of one definition; those of none belong together where title and labels are the same and the years are not. */
function groupsOf(placements: readonly Placement[]): { readonly definition: TableDefinition | null; readonly group: readonly Placement[] }[] {
  const groups: { definition: TableDefinition | null; group: Placement[] }[] = [];
  for (const placement of placements) {
    const found = groups.find((one) => (placement.definition ? one.definition?.id === placement.definition.id : one.definition === null && one.group.every((other) => isOtherYear(other, placement))));
    if (found) found.group.push(placement);
    else groups.push({ definition: placement.definition, group: [placement] });
  }
  return groups;
}

/** A title may stand above the first of the years alone: what has none of its own and the same rows is another year of it. */
function isOtherYear(a: Placement, b: Placement): boolean {
  const { titles, corner } = b.table.found;
  const continues = a.table.sheet === b.table.sheet && titles.length === 0 && corner === '' && b.lines.length === a.lines.length;
  if (!continues && normalizeLabel(a.name) !== normalizeLabel(b.name)) return false;
  const years = new Set(a.lines.map((line) => line.year));
  if (b.lines.some((line) => years.has(line.year))) return false;
  const labels = new Set(a.lines.map((line) => normalizeLabel(line.label)));
  const shared = b.lines.filter((line) => labels.has(normalizeLabel(line.label))).length;
  return shared * (continues ? 1 : 2) >= Math.max(a.lines.length, b.lines.length);
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(normalizeLabel(name)); number++) name = `${wanted}（${number}）`;
  taken.add(normalizeLabel(name));
  return name;
}

/** A definition of the workbook's own stays as it is; its rows learn how they are written here. */
function keepKnown(definition: TableDefinition, shape: Shape): Adopted {
  const rows = shape.blocks.flatMap((block) => block.rows);
  const lost = rows.filter((row) => row.rowId === null).flatMap((row) => row.lines);
  return {
    definition: { ...definition, rows: definition.rows.map((row) => ({ ...row, aliases: aliasesOf(row, rows.filter((one) => one.rowId === row.id)) })) },
    own: false,
    shape: { ...shape, left: [...shape.left, ...lost.map(({ placement, line }) => ({ table: placement.table, line: line.line, reason: `「${line.label}」は「表定義」の表「${definition.name}」にない項目です。「表定義」に行を加えると名前が付きます。` }))] },
    ids: new Map(rows.flatMap((row) => (row.rowId === null ? [] : [[row, row.rowId] as const]))),
    reasons: new Map(),
  };
}

/** The spellings a row had, and those it is found in. */
const aliasesOf = (row: Pick<RowDefinition, 'label' | 'aliases'>, same: readonly ShapedRow[]): string[] =>
  [...new Set([...row.aliases, ...spellingsOf(same).filter((text) => normalizeLabel(text) !== normalizeLabel(row.label))])];

function adaptKnown(definition: TableDefinition, shape: Shape, ids: FreeIds, grids: ReadonlyMap<string, Grid>, fiscalYear: number): Adopted {
  const made = new RowMaker(definition.id, shape, ids, grids, fiscalYear);
  const rows = made.rows((row) => definition.rows.find((one) => one.id === row.rowId) ?? null);
  const order = (row: RowDefinition): number => {
    const at = definition.rows.findIndex((one) => one.id === row.id);
    return at < 0 ? definition.rows.length : at;
  };
  const titles = shape.blocks.flatMap(({ placement }) => placement.table.found.titles.slice(0, 1));
  return {
    definition: {
      ...definition,
      aliases: [...new Set([...definition.aliases, ...titles.filter((title) => bestLikeness(title, [definition.name, ...definition.aliases]) === 'spelling')])],
      arrangement: shape.arrangement, totalLabel: totalLabelOf(shape, rows), firstMonthLabel: null, rows: [...rows].sort((a, b) => order(a) - order(b)),
    },
    own: false, shape, ids: made.ids, reasons: made.reasons,
  };
}

function makeOwn(shape: Shape, name: string, ids: FreeIds, grids: ReadonlyMap<string, Grid>, fiscalYear: number): Adopted {
  const id = ids.table();
  const made = new RowMaker(id, shape, ids, grids, fiscalYear);
  const rows = made.rows(() => null);
  const group = shape.blocks[0]?.placement.table.sheet ?? '';
  return {
    definition: { id, name, aliases: [], group, arrangement: shape.arrangement, totalLabel: totalLabelOf(shape, rows), firstMonthLabel: null, note: null, rows },
    own: true, shape, ids: made.ids, reasons: made.reasons,
  };
}

const totalLabelOf = (shape: Shape, rows: readonly RowDefinition[]): string | null =>
  rows.some((row) => row.total !== 'なし') ? (shape.blocks.map((block) => block.placement.table.found.totalLabel).find((label) => label !== null) ?? null) : null;

/** Makes the rows of one table: a row that stands in several blocks is one row. */
class RowMaker {
  readonly ids = new Map<ShapedRow, string>();
  readonly reasons = new Map<string, readonly string[]>();
  private readonly byKey: ReadonlyMap<string, readonly ShapedRow[]>;
  private readonly headings: ReadonlyMap<ShapedRow, string | null>;
  private readonly byYear: ReadonlyMap<number, readonly { readonly line: FoundLine; readonly label: string }[]>;

  constructor(private readonly tableId: string, shape: Shape, private readonly free: FreeIds, private readonly grids: ReadonlyMap<string, Grid>, private readonly fiscalYear: number) {
    const rows = shape.blocks.flatMap((block) => block.rows.map((row) => ({ row, heading: block.heading })));
    this.headings = new Map(rows.map(({ row, heading }) => [row, heading]));
    this.byKey = listsBy(rows.map(({ row }) => row), (row) => row.rowId ?? normalizeLabel(row.label));
    this.byYear = listsBy(rows.flatMap(({ row }) => row.lines.map(({ line }) => ({ line: line.line, label: row.label, year: line.year }))), (one) => one.year);
  }

  rows(known: (row: ShapedRow) => RowDefinition | null): RowDefinition[] {
    return [...this.byKey.values()].flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const definition = known(first);
      const heading = this.headings.get(first) ?? null;
      const made = definition ? this.adapt(definition, same) : this.make(first.label, same);
      for (const row of same) this.ids.set(row, made.id);
      return [{ ...made, heading, ...this.yearsOf(same, made.endsAt) }];
    });
  }

  /** Years from the first line on to this year's; a row without a line this year has ended with its last. */
  private yearsOf(same: readonly ShapedRow[], endsAt: string | null): Pick<RowDefinition, 'years' | 'endsAt'> {
    const years = [...new Set(same.flatMap((row) => row.lines.map((one) => one.line.year)))].sort((a, b) => b - a);
    const last = years[0] ?? this.fiscalYear;
    // Years beyond a gap would be looked for in vain.
    const gap = years.findIndex((year, index) => year !== last - index);
    const first = years[(gap < 0 ? years.length : gap) - 1] ?? last;
    return { years: Math.min(10, this.fiscalYear - first + 1), endsAt: endsAt ?? (last < this.fiscalYear ? `${last + 1}-03` : null) };
  }

  private adapt(definition: RowDefinition, same: readonly ShapedRow[]): RowDefinition {
    return { ...definition, aliases: aliasesOf(definition, same), asTyped: true, total: this.totalOf(definition.total, same) };
  }

  /** Without a total on the sheet there is no rule; a total that the rule does not give stays typed. */
  private totalOf(rule: TotalRule, same: readonly ShapedRow[]): TotalRule {
    const lines = same.flatMap((row) => row.lines);
    if (lines.every(({ placement, line }) => placement.table.found.totalPosition === null || (line.line.total.kind === 'blank' && rule === 'なし'))) return 'なし';
    if (rule !== 'なし') return rule;
    const evidence = new Set(lines.filter(({ line }) => line.line.total.kind === 'figure').map(({ line }) => totalEvidence(line.line)));
    const [only, ...others] = evidence;
    return only != null && others.length === 0 ? only : '入力';
  }

  private make(label: string, same: readonly ShapedRow[]): RowDefinition {
    const lines = same.flatMap((row) => row.lines).sort((a, b) => a.line.year - b.line.year);
    const latest = lines.at(-1);
    const inferred = inferRow({
      label,
      lines: lines.map((one) => one.line.line),
      others: (year) => (year === null ? [] : (this.byYear.get(year) ?? [])),
      tableUnit: latest?.placement.table.found.unit ?? null,
      hasTotal: lines.some(({ placement }) => placement.table.found.totalPosition !== null),
      format: latest ? lineFormat(latest.placement.table, latest.line.line.line, this.grids) : '',
      years: 1,
    });
    const id = this.free.row(this.tableId);
    this.reasons.set(id, inferred.reasons);
    return { ...inferred.row, id };
  }
}

/** Formulas of adopted rows that speak of rows which are not there go; others keep their fault, which is told. */
function withoutBrokenFormulas(definitions: Definitions, adopted: ReadonlySet<string>): Definitions {
  const { resolve } = buildCatalog(definitions);
  const resolves = (text: string, table: TableDefinition): boolean => resolveFormula(text, table, resolve).ok;
  const mend = (table: TableDefinition): TableDefinition => ({
    ...table,
    rows: table.rows.map((row) => {
      const formula = row.formula === null || resolves(row.formula, table) ? row.formula : null;
      const lost = (row.total === '計算式' && formula === null) || (row.total.startsWith('=') && !resolves(row.total, table));
      const follows = row.follows === null || resolves(row.follows, table) ? row.follows : null;
      const mergedInto = row.mergedInto === null || resolves(row.mergedInto, table) ? row.mergedInto : null;
      return { ...row, formula, follows, mergedInto, total: lost ? '入力' : row.total };
    }),
  });
  return { ...definitions, tables: definitions.tables.map((table) => (adopted.has(table.id) ? mend(table) : table)) };
}
