import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Book } from '../../../src/embedded/model/book';
import { openWorkbook } from '../../../src/jobs/job';
import { readCell } from '../../../src/plan/a1';
import type { CellInput } from '../../../src/plan/workbookPlan';
import { checkWorkbook } from '../../../src/sheets/check/checkWorkbook';
import type { CheckFinding, CheckFix } from '../../../src/sheets/check/finding';
import { thinkFix } from '../../../src/sheets/check/fixPlan';
import { derivedCells } from '../../../src/sheets/derivedCells';
import type { Thought } from '../../../src/sheets/thought';
import { Bench } from '../../support/laidOut';
import { STILL } from '../../support/recordBench';
import { finding } from './findings';

let laidOut: Book;
let first: string;
let total: string;
let formula: string;
beforeAll(async () => {
  const bench = new Bench(undefined, STILL);
  await bench.layout();
  laidOut = bench.book;
  const row = bench.rowOf('全グループ', '超過勤務');
  const name = bench.book.names.find((one) => one.name.startsWith('月次_超過勤務_') && one.name.endsWith('_2024'));
  first = /\$([A-Z]+)\$(\d+)/.exec(name?.refersTo ?? '')?.slice(1).join('') ?? String(row);
  const state = await openWorkbook(bench.context, 2024);
  const cell = derivedCells(state.map, state.catalog).find((one) => one.key === 'T17-01@2024');
  total = bench.book.names.find((one) => one.name === `${name?.name ?? ''}_計`)?.refersTo.split('!')[1]?.replaceAll('$', '') ?? '';
  formula = cell?.formula ?? '';
});
const copy = (): Bench => new Bench(structuredClone(laidOut), STILL);
const SHEET = '全グループ';
const fix = (address: string, before: string | number, after: CellInput, words = `「${before}」を直す`): CheckFix => ({ cells: [{ sheet: SHEET, ...(readCell(address) ?? { row: 0, column: 0 }), before, after, words }], words });
const odd = (id: string, one: CheckFix | null): CheckFinding => finding(id, id, { kind: 'timeSlip', cell: `${SHEET} ${id}`, fix: one });
async function run(bench: Bench, found: readonly CheckFinding[], ids: readonly string[]): Promise<Thought> {
  const thought = thinkFix(await openWorkbook(bench.context, 2024), found, ids, '2025/4/7 9:30');
  await bench.gateway.apply(thought.plan);
  return thought;
}

describe('直す', () => {
  test('writes the cell in its row’s format, and no other; the words fit before and after', async () => {
    const [bench, other] = [copy(), copy()];
    await bench.type(SHEET, first, { value: '3.46' });
    const thought = await run(bench, [odd('D4', fix(first, '3.46', 226 / 1440, '「3.46」を 3:46 に直す'))], ['D4']);
    expect(thought).toMatchObject({ parts: [{ title: '直すもの', lines: [`全グループ ${first}: 「3.46」を 3:46 に直す`] }], done: ['1件を直しました。', `全グループ ${first}: 「3.46」を 3:46 に直す`], warnings: [] });
    expect(bench.cell(SHEET, first)).toMatchObject({ value: 226 / 1440, style: { numberFormat: '[h]:mm' } });
    await other.type(SHEET, first, { value: 226 / 1440 });
    expect(bench.contents() === other.contents()).toBe(true);
  });

  test('a cell of texts becomes one of figures', async () => {
    const bench = copy();
    const cell = bench.cell(SHEET, first);
    Object.assign(cell, { value: '3：46', style: { ...cell.style, numberFormat: '@' } });
    await run(bench, [odd('D4', fix(first, '3：46', 226 / 1440))], ['D4']);
    expect(bench.cell(SHEET, first)).toMatchObject({ value: 226 / 1440, style: { numberFormat: '[h]:mm' } });
  });

  test('each cell is shown before it is written', async () => {
    const bench = copy();
    const second = `${String.fromCharCode(first.charCodeAt(0) + 1)}${first.slice(1)}`;
    await bench.type(SHEET, first, { value: '3.46' });
    await bench.type(SHEET, second, { value: '3.48' });
    const [one, two] = [fix(first, '3.46', 226 / 1440, '「3.46」を 3:46 に直す'), fix(second, '3.48', 228 / 1440, '「3.48」を 3:48 に直す')];
    const thought = await run(bench, [odd('D4', { words: '2個のセルの文字を数値に直す', cells: [...one.cells, ...two.cells] })], ['D4']);
    expect([thought.parts, thought.done]).toEqual([
      [{ title: '直すもの', lines: [`全グループ ${first}: 「3.46」を 3:46 に直す`, `全グループ ${second}: 「3.48」を 3:48 に直す`] }], ['1件を直しました。', `全グループ ${first}: 「3.46」を 3:46 に直す`, `全グループ ${second}: 「3.48」を 3:48 に直す`],
    ]);
  });

  test('a figure over a formula is kept in 上書きの記録 before the formula comes back', async () => {
    const bench = copy();
    await bench.type(SHEET, total, { value: 0.25 });
    await run(bench, [odd('P4', fix(total, 0.25, { formula }))], ['P4']);
    expect(`=${bench.cell(SHEET, total).formula ?? ''}`).toBe(formula);
    expect(['H', 'I', 'K'].map((column) => bench.cell('上書きの記録', `${column}5`).value)).toEqual(['計', 0.25, '計算式に戻した']);
  });

  test('what a formula gives together with the other fixes is shown and kept', async () => {
    const bench = new Bench(structuredClone(laidOut));
    await bench.type(SHEET, first, { value: '９：００' });
    await bench.type(SHEET, total, { value: 0.25 });
    const found = checkWorkbook(await openWorkbook(bench.context, 2024), { latest: 11 });
    const ids = found.flatMap(({ id, fix: one }) => (one ? [id] : []));
    const [typed] = found.flatMap(({ kind, fix: one }) => (kind === 'total' && one ? [one.words] : []));
    const alone = await run(new Bench(structuredClone(bench.book)), found, ids.filter((id) => id.startsWith('total ')));
    const both = await run(bench, found, ids);
    expect(ids).toHaveLength(2);
    expect(alone.parts?.[0]?.lines).toEqual([`全グループ ${total}: ${typed ?? ''}`]);
    expect(both.parts?.[0]?.lines).toEqual([`全グループ ${first}: 「９：００」を 9:00 に直す`, expect.stringMatching(/を計算式に戻す（計算値 2:23）。ほかの修正と合わせた計算値は 2:56$/)]);
    await bench.engine.recalculate(bench.book);
    expect(bench.cell('上書きの記録', 'J5').value).toBeCloseTo(bench.cell(SHEET, total).value as number, 9);
  });

  test.each<[string, (bench: Bench) => Promise<CheckFinding[]>, RegExp]>([
    ['is gone', () => Promise.resolve([]), /^選んだ内容は、いまの点検では見つかりません。何も変更していません。$/],
    ['has no fix', () => Promise.resolve([odd('D4', null)]), /直し方を決められないため、変更していません。セルで直してください。$/],
    ['says something else by now', async (bench) => { await bench.type(SHEET, first, { value: '3.47' }); return [odd('D4', fix(first, '3.46', 0.15))]; }, /セルの内容が変わったため、変更していません。もう一度確かめてください。$/],
    ['became a formula', async (bench) => { await bench.type(SHEET, first, { value: 3, formula: '1+2' }); return [odd('D4', fix(first, 3, 0.15))]; }, /セルの内容が変わったため/],
  ])('a finding that %s is told and left alone', async (_, prepare, words) => {
    const bench = copy();
    const found = await prepare(bench);
    const before = bench.contents();
    const thought = await run(bench, found, ['D4']);
    expect([thought.plan.actions, thought.done, thought.warnings, bench.contents() === before]).toEqual([[], [], [expect.stringMatching(words)], true]);
  });

  test('of two fixes of one cell the second is left', async () => {
    const bench = copy();
    await bench.type(SHEET, first, { value: '3.46' });
    const thought = await run(bench, [odd('one', fix(first, '3.46', 0.15)), odd('two', fix(first, '3.46', 0.16))], ['one', 'two', 'one']);
    expect([bench.cell(SHEET, first).value, thought.done[0], thought.warnings]).toEqual([0.15, '1件を直しました。', [expect.stringContaining('同じセルをほかの内容で直すため')]]);
  });

  test('a finding over several cells is put right whole or not at all', async () => {
    const bench = copy();
    await bench.type(SHEET, first, { value: '3.46' });
    const both = fix(first, '3.46', 0.15);
    const thought = await run(bench, [odd('D4', { ...both, cells: [...both.cells, ...fix(total, '9.99', 0.1).cells] })], ['D4']);
    expect([bench.cell(SHEET, first).value, thought.plan.actions]).toEqual(['3.46', []]);
  });
});
