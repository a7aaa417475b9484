import { describe, expect, test } from '@jest/globals';
import type { Figures } from '../../src/domain/actual';
import { buildCatalog } from '../../src/domain/catalog';
import { MID_YEAR_RULES } from '../../src/domain/definitions';
import { monthEndLabel } from '../../src/domain/fiscalYear';
import { judgeKpi } from '../../src/domain/judgement';
import { computeAll, seriesKey } from '../../src/domain/series';
import { gunmaFigures, heldValue, standardDefinitions } from './support';

/** The sample year, judged at the end of every month by every rule for the middle of the year. */
const definitions = standardDefinitions();
const seed = gunmaFigures();
const catalog = buildCatalog(definitions);
const typed = new Map(seed.series.map((one) => [seriesKey(one.row, one.year), { months: one.months.map(heldValue), total: heldValue(one.total) }] as const));
const figures: Figures = { series: computeAll(catalog, seed.fiscalYear, typed), yearly: new Map(seed.yearly.map((one) => [seriesKey(one.id, one.year), { rate: one.rate, asOf: one.asOf, state: null }] as const)) };
const months = Array.from({ length: 12 }, (_, month) => month);

describe.each(MID_YEAR_RULES)('%s', (midYear) => {
  test.each(months)('month %i from April: no mark contradicts its own reason', (asOf) => {
    for (const kpi of definitions.kpis) {
      const judgement = judgeKpi({ ...kpi, conditions: kpi.conditions.map((one) => ({ ...one, midYear })) }, catalog, figures, seed.fiscalYear, asOf);
      for (const { condition, actual, mark, reason, threshold } of judgement.conditions) {
        const about = [condition.label, asOf, reason];
        const sign = /[＝＞＜]/.exec(reason)?.[0];
        if (mark === '－') {
          expect([...about, sign, threshold]).toEqual([...about, undefined, null]);
          expect([...about, reason.includes('（－）')]).toEqual([...about, true]);
          continue;
        }
        const meets = sign === '＝' || sign === (condition.direction === '以上' ? '＞' : '＜');
        expect([...about, mark]).toEqual([...about, meets ? '○' : '△']);
        // It says at which month it stands, and in March it is the target that is named.
        if (actual.month !== null) expect([...about, reason.endsWith(`${monthEndLabel(seed.fiscalYear, actual.month)}現在。`)]).toEqual([...about, true]);
        expect([...about, reason.includes(`${threshold?.name ?? ''} `)]).toEqual([...about, true]);
        if (actual.month === 11) expect(threshold?.name).toBe('目標');
      }
    }
  });
});

test('郵送化率 at 9月 is the ratio of April to September', () => {
  const kpi = definitions.kpis.find(({ id }) => id === '2');
  if (!kpi) throw new Error('no KPI 2');
  const sum = (row: string): number => figures.series.get(seriesKey(row, 2024))?.months.slice(0, 6).reduce<number>((all, one) => all + (one ?? 0), 0) ?? 0;
  const [judged] = judgeKpi(kpi, catalog, figures, 2024, 5).conditions;
  expect(judged?.actual.value).toBeCloseTo(sum('T02-03') / (sum('T02-02') + sum('T02-03')), 12);
});
