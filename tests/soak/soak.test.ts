import { beforeAll, describe, expect, test } from '@jest/globals';
import { cellKey, type Scalar, type Sheet } from '../../src/embedded/model/book';
import type { Task } from '../../src/jobs/task';
import { contentsOf } from './contents';
import { filledCells, typeInto, type Filled } from './hand/cells';
import { isHandMade } from './hand/edits';
import { firstList } from './lists';
import type { AnchorKey } from '../../src/sheets/names';
import { soak } from './soak';
import { Watch } from './watch';
import { SoakWorkbook } from './workbook';

/** The same sequences on every machine; `npm run soak` plays others. */
const SEED = 20_241_127;
const SEQUENCES = 8;
/** Where no list and no table reaches. */
const FAR_BELOW = cellKey(500, 0);

test('random years of work keep every typed figure', async () => {
  const said: string[] = [];
  const held = await soak({ runs: SEQUENCES, seed: SEED, path: null, say: (line) => said.push(line) });
  expect(held ? [] : said).toEqual([]);
  expect(said).toContain(`sequences ${SEQUENCES}`);
});

describe('the watch', () => {
  const workbook = new SoakWorkbook();
  beforeAll(() => workbook.begin('worked'));

  const EVALUATE: Task = { kind: 'evaluate', asOf: 11 };
  const RELEASE: Task = { kind: 'release' };
  const sheetOf = (name: string): Sheet => {
    const sheet = workbook.book.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(name);
    return sheet;
  };
  const figure = (sheet: Sheet): Filled => {
    const found = filledCells(sheet).find(({ column, cell }) => column > 0 && cell.formula === undefined && typeof cell.value === 'number');
    if (!found) throw new Error(`no figure on ${sheet.name}`);
    return found;
  };
  /** Watches over a job that does something it must not, or may; what it did is taken back. */
  function faultsOf(task: Task, act: () => void, asked: ReadonlyMap<string, ReadonlySet<number>> = new Map()): string[] {
    const watch = new Watch(workbook.book);
    const sheets = [...workbook.book.sheets];
    const cells = sheets.map((sheet) => [...sheet.cells]);
    act();
    const faults = watch.faults(contentsOf(workbook.book), task, { asked, undone: null });
    workbook.book.sheets.splice(0, workbook.book.sheets.length, ...sheets);
    sheets.forEach((sheet, index) => { sheet.cells.clear(); for (const [key, cell] of cells[index] ?? []) sheet.cells.set(key, cell); });
    return faults;
  }
  /** The first line of a list under a heading. */
  function underHeading(key: AnchorKey, heading: string): { readonly sheet: Sheet; readonly key: number } {
    const list = firstList(workbook.book, key);
    const column = list?.columns.get(heading);
    if (!list || column === undefined) throw new Error(heading);
    return { sheet: list.sheet, key: cellKey(list.headerRow + 1, column) };
  }

  test('finds nothing where nothing was done', () => expect(faultsOf(EVALUATE, () => undefined)).toEqual([]));

  test.each(['業務', 'KPI', '実績値', '実施記録', '控え', '表定義'])('finds a figure of %s that is another, gone, moved or a formula', (name) => {
    const sheet = sheetOf(name);
    const { key, cell } = figure(sheet);
    const content = { value: cell.value ?? '' };
    expect(faultsOf(RELEASE, () => typeInto(sheet, key, { value: 1.5 }))).toHaveLength(1);
    expect(faultsOf(RELEASE, () => typeInto(sheet, key, undefined))).toHaveLength(1);
    expect(faultsOf(RELEASE, () => { typeInto(sheet, key, undefined); typeInto(sheet, key + FAR_BELOW, content); })).toHaveLength(1);
    expect(faultsOf(RELEASE, () => typeInto(sheet, key, { formula: '1+1' }))).toHaveLength(1);
  });

  test('finds a person’s formula that is another, and a sheet that is gone', () => {
    const own = sheetOf('控え');
    const formula = filledCells(own).find(({ cell }) => isHandMade(cell.formula ?? ''));
    expect(faultsOf(EVALUATE, () => typeInto(own, formula?.key ?? 0, { value: 7 }))).toHaveLength(1);
    expect(faultsOf(EVALUATE, () => { workbook.book.sheets.splice(workbook.book.sheets.indexOf(own), 1); }).length).toBeGreaterThan(5);
  });

  test('finds what speaks of nothing any more', () => {
    const sheet = sheetOf('業務');
    const formula = filledCells(sheet).find(({ cell }) => cell.formula !== undefined);
    expect(faultsOf(EVALUATE, () => typeInto(sheet, formula?.key ?? 0, { formula: 'SUM(#REF!)' }))).toHaveLength(1);
  });

  test.each<[string, Task, AnchorKey, string, Scalar, boolean]>([
    ['the evaluation writes its own columns', EVALUATE, 'kpis', '判定理由', '別の理由', true],
    ['no other job does', { kind: 'summary' }, 'kpis', '判定理由', '別の理由', false],
    ['nor the evaluation another column', EVALUATE, 'kpis', '目標値', 0.5, false],
    ['a rank is written where it was asked for', { kind: 'rank', kpi: '2', condition: null, text: '', column: null, asOf: { year: 2025, month: 6 }, state: null, partial: true }, 'kpis', '全国順位', 9, true],
    ['and for no other KPI', { kind: 'rank', kpi: '21', condition: null, text: '', column: null, asOf: { year: 2025, month: 6 }, state: null, partial: true }, 'kpis', '全国順位', 9, false],
    ['the year of the definitions is no plan row’s', { kind: 'rollover', to: 2025 }, 'planRows', '実施概要', '別の文', false],
  ])('%s', (_, task, list, heading, value, may) => {
    const { sheet, key } = underHeading(list, heading);
    expect(sheet.cells.get(key)?.value).toBeDefined();
    expect(faultsOf(task, () => typeInto(sheet, key, { value }))).toHaveLength(may ? 0 : 1);
  });

  test('a figure may be put back to a formula where it was asked for and is recorded', () => {
    const sheet = sheetOf('業務');
    const { key } = figure(sheet);
    const asked = new Map([[sheet.id, new Set([key])]]);
    expect(faultsOf({ kind: 'recompute', restore: [] }, () => typeInto(sheet, key, { formula: '1+1' }), asked)).toHaveLength(1);
  });
});
