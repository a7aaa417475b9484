import { describe, expect, test } from '@jest/globals';
import { UniverEngine } from '../../src/embedded/engine/calculation';
import { cellKey } from '../../src/embedded/model/book';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { adopt, findTables } from '../../src/jobs/adopt';
import { openWorkbook as readWorkbook } from '../../src/jobs/job';
import { release } from '../../src/jobs/release';
import { areaA1, readCell } from '../../src/plan/a1';
import { GatewayError } from '../../src/plan/gateway';
import { readForTables } from '../../src/jobs/readTables';
import { readSheetArea } from '../../src/plan/sheetReference';
import { portionsOf } from '../../src/sheets/adopt/portions';
import { BIND_SURE } from '../../src/sheets/adopt/request';
import { Bench } from '../support/laidOut';
import { bigWorkbook } from './big';
import { SHAPES, shapeBytes, type Shape } from './shapes';

const YEAR = 2024;
const shapeOf = (number: string): Shape => {
  const shape = SHAPES.find((one) => one.file.startsWith(number));
  if (!shape) throw new Error(`no shape ${number}`);
  return shape;
};
const open = (shape: Shape): Bench => new Bench(openWorkbook(shapeBytes(shape), shape.file).book, new UniverEngine());

/** Contents of the sheets a workbook came with. */
function staffCells(bench: Bench, sheets: readonly string[]): Map<string, string> {
  return new Map(sheets.flatMap((name) => [...bench.sheet(name).cells].map(([key, cell]) => [`${name}!${key}`, JSON.stringify([cell.formula ?? null, cell.formula === undefined ? cell.value : null])] as const)));
}
const changedCells = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] => [...after].filter(([key, content]) => before.get(key) !== content).map(([key]) => key);

describe('figures that can be worked out', () => {
  test('only where asked they give way to formulas, and what would show otherwise is told first', async () => {
    const shape = shapeOf('07');
    const bench = open(shape);
    const before = staffCells(bench, shape.sheets);
    const { formulas } = (await findTables(bench.context, YEAR)).propose(BIND_SURE);
    // F1 of the source: the printed mean is 6.30.
    expect(formulas.filter((one) => one.differs).map((one) => [one.rowId, one.before, one.after])).toEqual([['T01-09', '6.30', '6.25']]);
    await adopt(bench.context, { ...BIND_SURE, formulas: new Set(['T02-01']) }, YEAR);
    const changed = changedCells(before, staffCells(bench, shape.sheets));
    const wanted = formulas.filter((one) => one.rowId === 'T02-01').map((one) => `${one.cell.sheet}!${cellKey(one.cell.row, one.cell.column)}`);
    expect(changed.sort()).toEqual(wanted.sort());
    expect(wanted).toHaveLength(26);
    const again = await bench.recompute('all');
    expect([again.changed, again.warnings]).toEqual([false, []]);
  });

  test('formulas of the staff stay as they are', async () => {
    const shape = shapeOf('14');
    const bench = open(shape);
    const own = (): string[] => [...staffCells(bench, shape.sheets)].filter(([, content]) => !content.startsWith('[null')).map(([key, content]) => `${key} ${content}`);
    const before = own();
    expect(before.length).toBeGreaterThan(10);
    await adopt(bench.context, { ...BIND_SURE, formulas: 'all' }, YEAR);
    for (const cell of before) expect(own()).toContain(cell);
  });
});

test('figures typed as text become the numbers they mean, and only where asked', async () => {
  const shape = shapeOf('13');
  const bench = open(shape);
  const { texts } = (await findTables(bench.context, YEAR)).propose(BIND_SURE);
  await adopt(bench.context, { ...BIND_SURE, numbers: 'all' }, YEAR);
  expect(texts.length).toBeGreaterThan(50);
  for (const table of shape.tables) {
    for (const line of table.lines) {
      line.cells.forEach((address, month) => {
        const wanted = line.values[month];
        const found = bench.cell(table.sheet, address).value;
        if (wanted === null || wanted === undefined) expect([address, typeof found]).not.toEqual([address, 'number']);
        else expect([address, typeof found === 'number' && Math.abs(found - wanted) < 1e-9]).toEqual([address, true]);
      });
    }
  }
  expect(texts.every((one) => bench.sheet(one.cell.sheet).cells.get(cellKey(one.cell.row, one.cell.column))?.style?.numberFormat !== '@')).toBe(true);
});

test('of two years of a row on one sheet only the table asked for gets its numbers', async () => {
  const bench = open(shapeOf('01'));
  const shape = shapeOf('01');
  const blocks = shape.tables.filter((table) => table.lines.some((line) => line.label === '窓口件数'));
  expect(blocks.map((table) => table.sheet)).toEqual(['業務', '業務']);
  const cells = blocks.map((table) => table.lines.find((line) => line.label === '窓口件数')?.cells[0] ?? '');
  for (const cell of cells) await bench.type('業務', cell, { value: '４２３' });
  const found = (await findTables(bench.context, YEAR)).propose(BIND_SURE);
  const first = found.tables.find((table) => table.sheet === '業務' && table.lines.some((line) => line.label === '窓口件数'));
  await adopt(bench.context, { ...BIND_SURE, numbers: new Set([first?.key ?? '']) }, YEAR);
  expect(cells.map((cell) => bench.cell('業務', cell).value)).toEqual([423, '４２３']);
});

describe('what is refused, politely and without a change', () => {
  test('tables on a protected sheet; the others are bound', async () => {
    const bench = open(shapeOf('11'));
    const [first] = bench.book.sheets;
    if (!first) throw new Error('no sheet');
    first.protected = true;
    const report = await adopt(bench.context, BIND_SURE, YEAR);
    expect(report.tables.filter((table) => table.sheet === first.name).every((table) => table.status === 'refused' && table.reason.includes('保護'))).toBe(true);
    expect(report.tables.some((table) => table.status === 'bind')).toBe(true);
    expect(bench.book.names.some((name) => name.refersTo.startsWith(`${first.name}!`))).toBe(false);
  });

  test('a read-only file', async () => {
    const bench = open(shapeOf('01'));
    bench.book.readOnly = true;
    const contents = bench.contents();
    await expect(adopt(bench.context, BIND_SURE, YEAR)).rejects.toThrow(GatewayError);
    expect(bench.contents()).toBe(contents);
  });

  test('a name that is somebody\'s already', async () => {
    const shape = shapeOf('01');
    const bench = open(shape);
    const own = { name: '月次_郵送化率_郵送件数_2024', refersTo: `${shape.sheets[0] ?? ''}!$A$1`, comment: '', visible: true };
    bench.book.names.push({ ...own });
    const report = await adopt(bench.context, BIND_SURE, YEAR);
    const refused = report.tables.filter((table) => table.status === 'refused');
    expect(refused.map((table) => table.reason)).toEqual([`名前「${own.name}」がほかの場所に使われているため、この表には触れていません。`]);
    expect(bench.book.names.find((name) => name.name === own.name)?.refersTo).toBe(own.refersTo);
    expect(report.tables.filter((table) => table.status === 'bind')).toHaveLength(shape.tables.length - 1);
  });

  test('a table that is bound already', async () => {
    const bench = open(shapeOf('01'));
    await adopt(bench.context, BIND_SURE, YEAR);
    const again = await adopt(bench.context, { ...BIND_SURE, formulas: 'all', numbers: 'all' }, YEAR);
    expect(again.tables.every((table) => table.status === 'bound')).toBe(true);
    expect(again.changed).toBe(false);
  });
});

test('a table at a time: definitions grow below what is there', async () => {
  const shape = shapeOf('16');
  const bench = open(shape);
  const found = (await findTables(bench.context, YEAR)).propose(BIND_SURE);
  const keys = found.tables.map((table) => table.key);
  for (const key of keys) {
    const report = await adopt(bench.context, { ...BIND_SURE, accept: new Set([key]) }, YEAR);
    expect(report.tables.find((table) => table.key === key)?.status).toBe('bind');
  }
  const state = await readWorkbook(bench.context, null);
  expect(state.problems).toEqual([]);
  expect(state.map.warnings).toEqual([]);
  expect(state.map.series.size).toBe(shape.tables.flatMap((table) => table.lines).length);
});

test('名前を外す after it gives the workbook back', async () => {
  const shape = shapeOf('04');
  const bench = open(shape);
  const contents = bench.contents();
  await adopt(bench.context, BIND_SURE, YEAR);
  // Without a way back nothing of it stays.
  await release({ ...bench.context, wayBack: false });
  expect(bench.contents()).toBe(contents);
});

describe('a workbook of 60 sheets with 200,000 used cells', () => {
  test.each([[false, 0], [true, 3]])('tables in it: %s', async (tables, count) => {
    const big = bigWorkbook(tables);
    const bench = new Bench(openWorkbook(big.bytes, 'big.xlsx').book, new UniverEngine());
    const snapshot = await readForTables(bench.gateway);
    const portions = portionsOf(snapshot);
    const bytes = portions.flat().reduce((sum, { area }) => sum + area.rows * area.columns * 24, 0);
    expect(bench.gateway.requests).toBeLessThanOrEqual(3 + Math.ceil(bytes / 4_000_000));
    // What has no header of months is let go.
    expect(snapshot.sheets.filter((sheet) => sheet.used).length).toBeLessThanOrEqual(count + 10);
    const report = await adopt(bench.context, BIND_SURE, YEAR);
    // Every line of every table where it stands, and no cell beside them: labels, years, months, totals and the names for them.
    const bound = report.tables.filter((table) => table.status === 'bind');
    expect(bound.map((table) => [table.sheet, table.lines.map((line) => [line.label, line.year, line.address, line.rowId !== null])])).toEqual(big.tables.map((table) => [table.sheet, table.lines.map((line) => [line.label, table.year, `${line.cells[0] ?? ''}:${line.cells.at(-1) ?? ''}`, true])]));
    const named = bench.book.names.filter(({ name }) => name.startsWith('月次_') && !name.includes('見出し')).map((name) => readSheetArea(`=${name.refersTo}`));
    expect(named.map((at) => at && `${at.sheet}!${areaA1(at.area)}`).sort()).toEqual(big.tables.flatMap((table) => table.lines.flatMap((line) => [`${table.sheet}!${line.cells[0] ?? ''}:${line.cells.at(-1) ?? ''}`, `${table.sheet}!${line.total}`])).sort());
    if (!tables) expect([report.changed, report.warnings.join()]).toEqual([false, expect.stringContaining('見つかりません')]);
  });
});

test('cells of a line are those of the definition\'s months', async () => {
  const shape = shapeOf('04');
  const bench = open(shape);
  const report = await adopt(bench.context, BIND_SURE, YEAR);
  const state = await readWorkbook(bench.context, null);
  const [table] = shape.tables;
  const [line] = table?.lines ?? [];
  const bound = report.tables[0]?.lines[0];
  const at = line?.cells.map((address) => readCell(address));
  expect(state.map.series.get(`${bound?.rowId ?? ''}@${bound?.year ?? 0}`)?.block.monthPositions).toEqual(at?.map((cell) => cell?.column));
});
