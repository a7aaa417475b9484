import { beforeAll, expect, test } from '@jest/globals';
import { cellKey, keyRow, type Book } from '../../src/embedded/model/book';
import { cellA1 } from '../../src/plan/a1';
import { INDICATOR_SHEET } from '../../src/sheets/indicatorLayout';
import { KPI_SHEET } from '../../src/sheets/kpiSheet';
import { Bench, MARCH } from '../support/laidOut';
import { STILL } from '../support/recordBench';

/** What a person typed where the evaluation has a formula as a rule, and cannot make one: the figure it would show is not there. */

let evaluated: Book;
beforeAll(async () => {
  const bench = new Bench(undefined, STILL);
  await bench.layout();
  await bench.evaluate(MARCH);
  evaluated = bench.book;
});

type Place = readonly [sheet: string, id: string, heading: string];
const SPECS = { KPI: { spec: KPI_SHEET, id: '条件ID' }, 業績評価: { spec: INDICATOR_SHEET, id: '指標ID' } };

function addressOf(bench: Bench, [name, id, heading]: Place): string {
  const { spec, id: idHeading } = SPECS[name === 'KPI' ? 'KPI' : '業績評価'];
  const column = (wanted: string): number => spec.columns.findIndex(({ header }) => header === wanted);
  const row = [...bench.sheet(name).cells].find(([key, { value }]) => key === cellKey(keyRow(key), column(idHeading)) && value === id)?.[0];
  if (row === undefined || column(heading) < 0) throw new Error(`${name} ${id} ${heading}`);
  return cellA1(keyRow(row), column(heading));
}

test.each<Place>([
  ['KPI', '5-1', '実績値'], ['KPI', '5-1', '前年度実績'], ['業績評価', 'G12', 'KPIの目標値'], ['業績評価', 'G12', '前年度末'],
])('%s %s %s: stays, and is told', async (...place) => {
  const bench = new Bench(structuredClone(evaluated), STILL);
  await bench.type('KPI', addressOf(bench, ['KPI', '5-1', '実績の参照']), { value: '[ない表.ない項目]' });
  // Without a formula of ours it is empty.
  await bench.evaluate(MARCH);
  expect(bench.cell(place[0], addressOf(bench, place)).formula).toBeUndefined();
  await bench.type(place[0], addressOf(bench, place), { value: 0.123 });
  const report = await bench.evaluate(MARCH);
  expect(bench.cell(place[0], addressOf(bench, place)).value).toBe(0.123);
  expect(report.warnings.filter((line) => line.includes(`シート「${place[0]}」 ${addressOf(bench, place)} は計算式の欄ですが、「0.123」が入力されています。`))).toHaveLength(1);
});
