import { z } from 'zod';
import { ARRANGEMENTS, BASES, DIRECTIONS, INDICATOR_DIRECTIONS, MID_YEAR_RULES, SERIES_KINDS, TARGET_RULES, TOTAL_RULES, type Definitions } from './definitions';
import type { SeedFigures } from './figures';
import { STATUS_MARKS } from './marks';
import { definitionProblems } from './definitionProblems';
import { figureProblems } from './figureProblems';

/** A seed file as read: its data, or everything that is wrong with it, each with its place. */
export type SeedReading<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problems: readonly string[] };

/** Later versions may add fields; a file of another version is refused rather than half read. */
const SCHEMA_VERSION: number = 1;
const MONTHS = 12;

const text = z.string().trim().min(1);
const count = z.int().min(0);
const schemaVersion = z.int().refine((version) => version === SCHEMA_VERSION, { error: `版が ${SCHEMA_VERSION} ではありません` });
const year = z.int().min(1927).max(2100);
const list = <T extends z.ZodType>(item: T): z.ZodReadonly<z.ZodArray<T>> => z.array(item).readonly();

const row = z.strictObject({
  id: text,
  label: text,
  aliases: list(text),
  heading: text.nullable(),
  kind: z.enum(SERIES_KINDS),
  unit: text,
  format: text,
  totalFormat: text.nullable(),
  formula: text.nullable(),
  total: z.union([z.enum(TOTAL_RULES), z.templateLiteral(['=', z.string().min(1)])], { error: `${TOTAL_RULES.join('、')}、または = で始まる計算式` }),
  asTyped: z.boolean(),
  years: z.int().min(1).max(10),
  min: z.number().nullable(),
  max: z.number().nullable(),
  mayFall: z.boolean().nullable(),
  follows: text.nullable(),
  lag: count.max(MONTHS),
  endsAt: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '年月は 2024-11 の形' }).nullable(),
  mergedInto: text.nullable(),
  printed: z.boolean(),
});

const table = z.strictObject({
  id: text,
  name: text,
  aliases: list(text),
  group: text,
  arrangement: z.enum(ARRANGEMENTS),
  totalLabel: text.nullable(),
  firstMonthLabel: text.nullable(),
  note: text.nullable(),
  rows: list(row),
});

const condition = z.strictObject({
  id: text,
  label: text,
  actual: text,
  basis: z.enum(BASES),
  direction: z.enum(DIRECTIONS),
  target: z.number().nullable(),
  targetUpper: z.number().nullable(),
  targetRule: z.enum(TARGET_RULES),
  targetSource: text,
  targetFollows: text.nullable(),
  excellent: z.number().nullable(),
  midYear: z.enum(MID_YEAR_RULES),
  format: text,
});

const item = z.int().min(1).max(21);
const kpi = z.strictObject({ id: text, name: text, item, conditions: z.array(condition).min(1).readonly() });
const yearly = z.strictObject({ id: text, label: text, item, numeratorLabel: text, denominatorLabel: text, format: text });
const planRow = z.strictObject({
  id: text,
  order: z.int().min(1),
  item: item.nullable(),
  branch: z.string(),
  project: text,
  label: text.max(25),
  owner: text,
  others: list(text),
  tags: list(text),
  kpi: text.nullable(),
  counted: z.boolean(),
});

const indicator = z.strictObject({
  id: text,
  label: text,
  valueLabel: text.nullable(),
  planRow: text.nullable(),
  item: item.nullable(),
  kpi: text.nullable(),
  actual: text.nullable(),
  formula: text.nullable(),
  unit: z.string(),
  format: text.nullable(),
  valueFormat: text.nullable(),
  direction: z.enum(INDICATOR_DIRECTIONS).nullable(),
});

const definitions = z.strictObject({
  schemaVersion,
  groups: list(text),
  tables: list(table),
  kpis: list(kpi),
  yearly: list(yearly),
  planRows: list(planRow),
  indicators: list(indicator),
});

const figure = z.union([z.number(), z.string(), z.null()], { error: '数値、文字列、または null' });
const seedFigures = z.strictObject({
  schemaVersion,
  fiscalYear: year,
  branch: text,
  series: list(z.strictObject({ row: text, year, months: z.array(figure).length(MONTHS).readonly(), total: figure })),
  yearly: list(z.strictObject({ id: text, year, numerator: count.nullable(), denominator: count.nullable(), rate: z.number().nullable(), asOf: text.nullable() })),
  ranks: list(z.strictObject({ kpi: text, rank: z.int().min(1).max(47), asOf: text.nullable() })),
  marks: list(z.strictObject({ planRow: text, mark: z.enum(STATUS_MARKS) })),
  indicators: list(z.strictObject({ id: text, value: z.union([z.number(), text]), previous: z.union([z.number(), text]).nullable(), asOf: text.nullable() })),
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Proof<T extends true> = T;
/** The compiler's proof that schemas and contract describe the same data, in both directions. */
export type SchemasAgree = readonly [Proof<Same<z.output<typeof definitions>, Definitions>>, Proof<Same<z.output<typeof seedFigures>, SeedFigures>>];

/** Reads a definitions file: shape first, then what its parts say about each other. */
export function parseDefinitions(json: unknown): SeedReading<Definitions> {
  const shape = readShape(definitions, json);
  return shape.ok ? crossChecked(shape.data, definitionProblems(shape.data)) : shape;
}

/** Reads a file of figures that belongs to the definitions given. */
export function parseSeedFigures(json: unknown, known: Definitions): SeedReading<SeedFigures> {
  const shape = readShape(seedFigures, json);
  return shape.ok ? crossChecked(shape.data, figureProblems(shape.data, known)) : shape;
}

const crossChecked = <T>(data: T, problems: readonly string[]): SeedReading<T> => (problems.length === 0 ? { ok: true, data } : { ok: false, problems });

/** Messages in Japanese: the files are edited by staff who set up another branch. */
function readShape<T>(schema: z.ZodType<T>, json: unknown): SeedReading<T> {
  const outcome = schema.safeParse(json, { error: z.locales.ja().localeError });
  if (outcome.success) return { ok: true, data: outcome.data };
  return { ok: false, problems: outcome.error.issues.map((issue) => `${placeOf(issue.path)}: ${issue.message}`) };
}

/** ["tables", 0, "rows"] → "tables[0].rows". */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.reduce<string>((left, part) => (typeof part === 'number' ? `${left}[${part}]` : `${left}.${String(part)}`), '');
  return place.replace(/^\./, '') || 'ファイル全体';
}
