import { describe, expect, test } from '@jest/globals';
import { cellKey, type Book, type Cell } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { perform, type TaskContext } from '../../src/jobs/perform';
import { readAreas } from '../../src/jobs/readAreas';
import { writeSafely } from '../../src/jobs/writeSafely';
import { withOffice } from '../support/office';

/** What stands in a cell comes back as what it was, whatever that is. */

const LONG = '長'.repeat(32_767);
const CELLS: readonly (readonly [string, Cell])[] = [
  ['a typed #N/A', { value: { error: '#N/A' } }], ['a typed #DIV/0!', { value: { error: '#DIV/0!' } }], ['the text #N/A', { value: '#N/A' }], ['the text #N/A in a cell of texts', { value: '#N/A', style: { numberFormat: '@' } }],
  ['a number', { value: -0.1 }], ['15 digits', { value: 123_456_789_012_345 }], ['true', { value: true }], ['the text TRUE', { value: 'TRUE' }], ['a date', { value: 45_383, style: { numberFormat: 'yyyy/m/d' } }],
  ['percent', { value: 0.125, style: { numberFormat: '0.0%' } }], ['digits as text', { value: '0012', style: { numberFormat: '@' } }], ['digits as text without a format', { value: '0012' }], ['a number in a cell of texts', { value: 12, style: { numberFormat: '@' } }],
  ['=1+1 as text', { value: '=1+1' }], ["'x", { value: "'x" }], ['+1', { value: '+1' }], ['@x', { value: '@x' }], ['the longest text', { value: LONG }], ['the longest text with a sign first', { value: `=${LONG.slice(1)}` }],
  ['a formula', { formula: 'SUM(C1:C2)' }], ['a formula that gives a text', { formula: '"="&"1"' }], ['a formula with dollars', { formula: '$C$1+C2' }],
  ['a blank before', { value: ' 1' }], ['午後1時', { value: '午後1:00' }],
];

const said = (book: Book): unknown => { const cell = book.sheets[0]?.cells.get(cellKey(0, 0)); return [cell?.formula === undefined ? cell?.value : cell.formula, cell?.style?.numberFormat]; };

describe.each([['a figure', 5], ['a text', '新しい'], ['nothing', ''], ['a formula', { formula: '=$C$1+$C$2' }]])('over which stood %s', (_, after) => {
  test.each(CELLS)('%s', async (what, cell) => {
    const opened = newWorkbook();
    const { book } = opened;
    book.sheets[0]?.cells.set(cellKey(0, 0), { ...cell });
    book.sheets[0]?.cells.set(cellKey(0, 2), { value: 1 });
    const before = said(book);
    const { context } = withOffice(opened);
    const task: TaskContext = { ...context, year: 2024, today: () => new Date(2025, 3, 7), sample: () => Promise.reject(new Error('no sample')) };
    const seen = await readAreas(task.gateway, ['Sheet1'], []);
    const plan = { actions: [{ kind: 'write', sheet: 'Sheet1', row: 0, column: 0, cells: [[after]] } as const] };
    const { restore } = await writeSafely(task.gateway, { plan, job: 'fix', at: '2025/4/7 9:30', seen, wayBack: true });
    expect(said(book)).not.toEqual(before);
    await perform(task, { kind: 'restore', id: restore ?? 0 }, null, () => undefined);
    expect([what, said(book)]).toEqual([what, before]);
  });
});

test('a formula that is set in a cell of texts is one, which is told; a text stays under its format', async () => {
  const opened = newWorkbook();
  const { book } = opened;
  const cells = book.sheets[0]?.cells;
  for (const column of [0, 1]) cells?.set(cellKey(0, column), { value: '120', style: { numberFormat: '@' } });
  const { context: { gateway } } = withOffice(opened);
  const plan = { actions: [{ kind: 'write', sheet: 'Sheet1', row: 0, column: 0, cells: [[{ formula: '=SUM(C1:C2)' }, '0012']] } as const] };
  const { notes } = await writeSafely(gateway, { plan, job: 'recompute', at: '', seen: await readAreas(gateway, ['Sheet1'], []), wayBack: true });
  expect([cells?.get(cellKey(0, 0))?.formula, cells?.get(cellKey(0, 1))?.value, cells?.get(cellKey(0, 1))?.style?.numberFormat]).toEqual(['SUM(C1:C2)', '0012', '@']);
  expect([notes.length, notes.join().includes('Sheet1 A1')]).toEqual([1, true]);
});
