import seedJson from '../../seeds/gunma-2024.json';
import standardJson from '../../seeds/standard.json';
import type { Definitions } from '../../src/domain/definitions';
import type { SeedFigures } from '../../src/domain/figures';
import { parseDefinitions, parseSeedFigures } from '../../src/domain/seedSchema';

/**
 * A branch of few tables, so that a year of work takes a moment: the standard definitions and the sample year, cut down. It keeps a table of
 * blocks, one of rows, one with a reference to another table, typed and counted totals, and KPIs of every kind of figure.
 */

const TABLES = ['郵送化率', '患者照会', '多・頻/件', '査定率', '入札'];
/** These are laid out without the year before. */
const THIS_YEAR = ['患者照会', '多・頻/件'];
const KPIS = ['2', '5-1', '10-1', '21'];
const YEARLY = ['Y10-1'];
const INDICATORS = 4;
const PLAN_ROWS = 3;

type Json = typeof standardJson;

function cutDefinitions(standard: Json): unknown {
  const tables = standard.tables.filter((table) => TABLES.includes(table.name)).map((table) => (THIS_YEAR.includes(table.name) ? { ...table, rows: table.rows.map((row) => ({ ...row, years: 1 })) } : table));
  const kpis = standard.kpis.filter((kpi) => KPIS.includes(kpi.id));
  const linked = standard.planRows.filter((row) => row.kpi !== null && KPIS.includes(row.kpi));
  const others = standard.planRows.filter((row) => row.kpi === null).slice(0, PLAN_ROWS);
  const planRows = [...linked, ...others].sort((a, b) => a.order - b.order).map((row, index) => ({ ...row, order: index + 1 }));
  const names = tables.map((table) => `[${table.name}.`);
  const stands = (reference: string | null): boolean => reference === null || [...reference.matchAll(/\[[^\]]*\./g)].every(([start]) => names.includes(start));
  const indicators = standard.indicators.filter((one) => planRows.some((row) => row.id === one.planRow) && (one.kpi === null || KPIS.includes(one.kpi)) && stands(one.actual) && stands(one.formula));
  return {
    ...standard, tables, kpis, planRows, indicators: indicators.slice(0, INDICATORS), yearly: standard.yearly.filter((one) => YEARLY.includes(one.id)),
  };
}

function given<T>(reading: { ok: true; data: T } | { ok: false; problems: readonly string[] }): T {
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.data;
}

export const SMALL: Definitions = given(parseDefinitions(cutDefinitions(standardJson)));

/** Row ID → how many years it is laid out for. */
const rows = new Map(SMALL.tables.flatMap((table) => table.rows.map((row) => [row.id, row.years])));
export const SMALL_FIGURES: SeedFigures = given(parseSeedFigures({
  ...seedJson,
  series: seedJson.series.filter((one) => (rows.get(one.row) ?? 0) > seedJson.fiscalYear - one.year),
  yearly: seedJson.yearly.filter((one) => YEARLY.includes(one.id)),
  ranks: seedJson.ranks.filter((one) => KPIS.includes(one.kpi)),
  marks: seedJson.marks.filter((one) => SMALL.planRows.some((row) => row.id === one.planRow)),
  indicators: seedJson.indicators.filter((one) => SMALL.indicators.some((indicator) => indicator.id === one.id)),
}, SMALL));
