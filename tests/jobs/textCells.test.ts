import { beforeAll, describe, expect, test } from '@jest/globals';
import { cellKey, type Book, type Cell } from '../../src/embedded/model/book';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { openWorkbook as readState } from '../../src/jobs/job';
import { look } from '../../src/jobs/look';
import { perform, type TaskContext } from '../../src/jobs/perform';
import type { Task } from '../../src/jobs/task';
import { derivedCells, type DerivedCell } from '../../src/sheets/derivedCells';
import { derivedId } from '../../src/sheets/overwrittenSheet';
import { GUNMA } from '../support/laidOut';
import { withOffice } from '../support/office';
import { sampleFile } from '../support/sampleFile';

/** Formulas that go into cells of format 文字列, through the unmodified office.js: Excel would keep them as texts there. */
const TEXT = '@';
const TODAY = new Date(2025, 3, 21);
let saved: Uint8Array;
beforeAll(async () => {
  saved = await sampleFile();
});

/** The laid-out workbook, with a derived cell of it at hand. */
async function office() {
  const opened = openWorkbook(saved, 'out.xlsx');
  const { context, session } = withOffice(opened);
  const whole: TaskContext = { ...context, year: 2024, today: () => TODAY, sample: () => Promise.resolve(GUNMA) };
  const { map, catalog } = await readState(context, 2024);
  const derived = new Map(derivedCells(map, catalog).map((cell) => [derivedId(cell.key, cell.month), cell]));
  const cellOf = (id: string): DerivedCell => {
    const found = [...derived].find(([one]) => one === id)?.[1];
    if (!found) throw new Error(id);
    return found;
  };
  return {
    cellOf,
    at: (id: string): Cell => placed(opened.book, cellOf(id)).get() ?? {},
    put: (id: string, content: Pick<Cell, 'value' | 'formula'>, numberFormat = TEXT): void => placed(opened.book, cellOf(id)).set({ ...content, style: { numberFormat } }),
    checks: async () => (await look(whole, 2024, TODAY)).checks(),
    run: async (task: Task) => {
      const before = session.host.traffic.syncs;
      const outcome = await perform(whole, task, null, () => undefined);
      expect(session.host.traffic.syncs - before).toBeLessThanOrEqual(4);
      return outcome.kind === 'done' ? outcome.report.restore : null;
    },
  };
}

function placed(book: Book, { sheet, row, column }: DerivedCell): { readonly get: () => Cell | undefined; readonly set: (cell: Cell) => void } {
  const cells = book.sheets.find((one) => one.name === sheet)?.cells;
  if (!cells) throw new Error(sheet);
  return { get: () => cells.get(cellKey(row, column)), set: (cell) => { cells.set(cellKey(row, column), cell); } };
}

/** Derived cells of the sample year, with the number formats of their rows. */
const [MEAN, HOURS, RATE, COST] = ['T01-09@2024:計', 'T17-01@2024:計', 'T02-01@2024:7月', 'T04-01@2024:9月'] as const;
const FORMATS = { [MEAN]: '0.00', [HOURS]: '[h]:mm', [RATE]: '0.0%', [COST]: '#,##0' } as const;

describe('再計算', () => {
  test.each<[string, keyof typeof FORMATS, Pick<Cell, 'value' | 'formula'>]>([
    ['an empty cell', COST, {}], ['a text typed over the formula', HOURS, { value: '2:30' }], ['the formula itself as text', MEAN, { value: '=AVERAGE(D5:O5)' }], ['a number from before', RATE, { value: 0.95 }], ['another formula from before', COST, { formula: '4400+71' }],
  ])('%s of format 文字列 gets its formula and the format of its row', async (_, id, content) => {
    const { at, put, cellOf, run } = await office();
    put(id, content);
    const point = await run({ kind: 'recompute', restore: [derivedId(cellOf(id).key, cellOf(id).month)] });
    expect(at(id)).toMatchObject({ formula: cellOf(id).formula.slice(1), style: { numberFormat: FORMATS[id] } });
    expect(typeof at(id).value).toBe('number');
    await run({ kind: 'restore', id: point ?? 0 });
    expect(at(id)).toMatchObject({ ...content, style: { numberFormat: TEXT } });
  });

  test.each(['0.000', 'General'])('a cell of format %s keeps it', async (format) => {
    const { at, put, cellOf, run } = await office();
    put(COST, {}, format);
    await run({ kind: 'recompute', restore: [] });
    expect([at(COST).formula, at(COST).style?.numberFormat ?? 'General']).toEqual([cellOf(COST).formula.slice(1), format]);
  });
});

describe('直す', () => {
  test.each<[string, keyof typeof FORMATS, Pick<Cell, 'value' | 'formula'>]>([
    ['an empty cell', COST, {}], ['a text typed over the formula', HOURS, { value: '2:30' }], ['the formula itself as text', MEAN, { value: '=AVERAGE(D5:O5)' }], ['a number from before', RATE, { value: 0.96 }], ['another formula from before', COST, { formula: '4400+71' }],
  ])('%s of format 文字列 gets its formula and the format of its row', async (_, id, content) => {
    const { at, put, cellOf, checks, run } = await office();
    put(id, content);
    const { sheet, row, column, formula } = cellOf(id);
    const found = (await checks()).open.filter(({ fix }) => fix?.cells.some((cell) => cell.sheet === sheet && cell.row === row && cell.column === column));
    await run({ kind: 'fix', ids: found.map((one) => one.id) });
    expect([found.length, at(id)]).toMatchObject([1, { formula: formula.slice(1), style: { numberFormat: FORMATS[id] } }]);
  });

  test('a formula keeps another format than 文字列', async () => {
    const { at, put, checks, run } = await office();
    put(HOURS, { value: '未集計' }, '0.000');
    await run({ kind: 'fix', ids: (await checks()).open.filter(({ kind }) => kind === 'typedOver').map(({ id }) => id) });
    expect([at(HOURS).formula === undefined, at(HOURS).style?.numberFormat]).toEqual([false, '0.000']);
  });
});
