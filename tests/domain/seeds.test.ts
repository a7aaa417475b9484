import { describe, expect, test } from '@jest/globals';
import { buildCatalog, type CatalogRow } from '../../src/domain/catalog';
import { calendarMonth } from '../../src/domain/fiscalYear';
import { STANDARD_GROUPS } from '../../src/domain/groups';
import { printedDecimals, roundHalfAway } from '../../src/domain/rounding';
import { computeAll, seriesKey, type SeriesFigures, type SeriesKey } from '../../src/domain/series';
import { gunmaFigures, heldValue, standardDefinitions } from './support';

const definitions = standardDefinitions();
const seed = gunmaFigures();
const catalog = buildCatalog(definitions);
const rowOf = (id: string): CatalogRow => {
  const row = catalog.rows.get(id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
};
const printed = (id: string, year: number): SeriesFigures => {
  const series = seed.series.find((one) => one.row === id && one.year === year);
  if (!series) throw new Error(`no series ${id} ${year}`);
  return { months: series.months.map(heldValue), total: heldValue(series.total) };
};

/** Only what people type: derived months and worked-out totals are left out. */
const typed = new Map<SeriesKey, SeriesFigures>(seed.series.map(({ row, year }) => {
  const { months, total } = printed(row, year);
  const { monthly, total: rule } = rowOf(row);
  return [seriesKey(row, year), { months: monthly ? months.map(() => null) : months, total: rule.kind === 'typed' ? total : null }];
}));
const computed = computeAll(catalog, seed.fiscalYear, typed);

/** A figure as its number format prints it: rounded, and for [h]:mm cut to the minute. */
function asPrinted(value: number | null, row: CatalogRow, isTotal: boolean): number | null {
  if (value === null) return null;
  const format = (isTotal ? row.definition.totalFormat : null) ?? row.definition.format;
  return format === '[h]:mm' ? Math.floor(value * 1440 + 1e-6) / 1440 : roundHalfAway(value, printedDecimals(format));
}

test('the groups whose sheets are read first are those of the definitions', () => {
  expect(definitions.groups).toEqual(STANDARD_GROUPS);
});

describe('recomputation of what is printed', () => {
  const compared = seed.series.flatMap(({ row: id, year }) => {
    const row = rowOf(id);
    const print = printed(id, year);
    const ours = computed.get(seriesKey(id, year)) ?? { months: [], total: null };
    const months = row.monthly ? print.months.map((value, month) => ({ at: `${id} ${year} ${calendarMonth(month)}月`, print: value, ours: asPrinted(ours.months[month] ?? null, row, false) })) : [];
    const derivedTotal = row.total.kind !== 'typed' && row.total.kind !== 'none';
    return derivedTotal ? [...months, { at: `${id} ${year} 計`, print: print.total, ours: asPrinted(ours.total, row, true) }] : months;
  });

  test('144 derived months and 60 totals are compared', () => {
    expect([compared.filter(({ at }) => at.endsWith('月')).length, compared.filter(({ at }) => at.endsWith('計')).length]).toEqual([144, 60]);
  });

  test('all agree at the printed precision but one: F1', () => {
    expect(compared.filter(({ print, ours }) => print !== ours)).toEqual([{ at: 'T01-09 2024 計', print: 6.3, ours: 6.25 }]);
  });

  test('a wrong figure is noticed', () => {
    const series = printed('T02-03', 2024);
    const wrong = new Map(typed).set(seriesKey('T02-03', 2024), { ...series, months: series.months.map((value, month) => (month === 0 ? 7724 : value)) });
    const total = computeAll(catalog, 2024, wrong).get(seriesKey('T02-03', 2024))?.total;
    expect(total).not.toBe(series.total);
  });

  test('the rate we add is 照会数 by 多・頻件数', () => {
    const rate = computed.get(seriesKey('T03-05', 2024));
    expect(asPrinted(rate?.total ?? null, rowOf('T03-05'), true)).toBe(3.455);
    expect(asPrinted(rate?.months[0] ?? null, rowOf('T03-05'), false)).toBe(roundHalfAway(392 / 137, 3));
  });
});

describe('the findings F2 to F5 are in the figures, and no others', () => {
  const rows = definitions.tables.flatMap((table) => table.rows.map((row) => ({ table, row })));

  test('rows that follow another leave it at six places', () => {
    const breaks = rows.flatMap(({ table, row }) => {
      const target = row.follows === null ? undefined : table.rows.find((one) => `[${one.label}]` === row.follows);
      if (!target) return [];
      return seed.series.filter((series) => series.row === row.id).flatMap(({ year }) => {
        const months = printed(row.id, year).months;
        const added = printed(target.id, year).months;
        const before = seed.series.some((series) => series.row === row.id && series.year === year - 1) ? printed(row.id, year - 1).months[11] ?? null : null;
        return months.flatMap((value, month) => {
          const last = month === 0 ? before : months[month - 1] ?? null;
          const plus = added[month] ?? null;
          const off = value === null || last === null || plus === null ? 0 : value - last - plus;
          return off === 0 ? [] : [`${row.id} ${year} ${calendarMonth(month)}月 ${off}`];
        });
      });
    });
    expect(breaks).toEqual(['T13-02 2023 6月 -6', 'T13-02 2023 11月 -9', 'T13-02 2023 12月 1', 'T13-03 2024 12月 90', 'T15-02 2024 3月 -10']);
  });

  test('only 事務処理誤り falls where it must not', () => {
    const falling = rows.filter(({ row }) => row.mayFall === false).flatMap(({ row }) => seed.series.filter((series) => series.row === row.id).flatMap(({ year }) => {
      const months = printed(row.id, year).months;
      return months.some((value, month) => month > 0 && value !== null && value < (months[month - 1] ?? value)) ? [`${row.id} ${year}`] : [];
    }));
    expect(falling).toEqual(['T19-01 2024']);
  });

  test('no figure lies outside its bounds', () => {
    const outside = rows.flatMap(({ row }) => [...computed].filter(([key]) => key.startsWith(`${row.id}@`)).flatMap(([key, figures]) =>
      [...figures.months, figures.total].filter((value) => value !== null && ((row.min !== null && value < row.min) || (row.max !== null && value > row.max))).map((value) => `${key} ${String(value)}`)));
    expect(outside).toEqual([]);
    expect(rows.filter(({ row }) => row.max !== null).length).toBeGreaterThan(8);
  });
});

describe('counts of the source', () => {
  const rows = definitions.tables.flatMap((table) => table.rows);
  test('19 tables, 82 printed series and two of ours', () => {
    expect(definitions.tables.length).toBe(19);
    expect(seed.series.length).toBe(82);
    const laidOut = (own: boolean): number => rows.filter((row) => row.printed !== own).reduce((sum, row) => sum + row.years, 0);
    expect([laidOut(false), laidOut(true)]).toEqual([82, 2]);
  });

  test('28 blocks', () => {
    const blocks = definitions.tables.map((table) => (table.arrangement === '年度ごとの表' ? Math.max(...table.rows.map((row) => row.years)) : new Set(table.rows.map((row) => row.heading)).size));
    expect(blocks.reduce((sum, count) => sum + count, 0)).toBe(28);
  });

  test('16 KPIs of 17 conditions, six yearly figures', () => {
    expect([definitions.kpis.length, definitions.kpis.flatMap((kpi) => kpi.conditions).length, definitions.yearly.length]).toEqual([16, 17, 6]);
  });

  test('82 plan rows: 78 of the items, four loose; tags as often as in the source', () => {
    const rowsOf = (tag: string): number => definitions.planRows.filter((row) => row.tags.includes(tag)).length;
    expect([definitions.planRows.length, definitions.planRows.filter((row) => row.counted).length]).toEqual([82, 78]);
    expect(definitions.planRows.every((row) => row.counted === (row.item !== null))).toBe(true);
    expect([rowsOf('重要度：高'), rowsOf('困難度：高'), rowsOf('インセンティブ関連'), rowsOf('KPI')]).toEqual([8, 9, 4, 16]);
    expect(new Set(definitions.planRows.map((row) => row.item)).size).toBe(22);
  });
});

describe('targets that repeat last year', () => {
  const repeating = definitions.kpis.flatMap((kpi) => kpi.conditions).filter((condition) => condition.targetFollows !== null && condition.target !== null);
  test.each(repeating.map((condition) => [condition.id, condition] as const))('KPI %s: the target is last year\'s last figure as printed', (_, condition) => {
    const [, table, label] = /^\[(.+)\.(.+):前年度\]$/.exec(condition.targetFollows ?? '') ?? [];
    const row = definitions.tables.find((one) => one.name === table)?.rows.find((one) => one.label === label);
    expect(printed(row?.id ?? '', 2023).months[11]).toBe(condition.target);
  });
  test('there are six of them', () => expect(repeating.length).toBe(6));
});
