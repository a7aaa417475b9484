import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Book } from '../../../src/embedded/model/book';
import { changeLines } from '../../../src/embedded/model/structure';
import { openWorkbook } from '../../../src/jobs/job';
import { checkWorkbook } from '../../../src/sheets/check/checkWorkbook';
import type { CheckFinding } from '../../../src/sheets/check/finding';
import type { RecordLine } from '../../../src/sheets/recordTable';
import { Bench, MARCH } from '../../support/laidOut';
import { STILL } from '../../support/recordBench';

let laidOut: Book | null = null;
let bench: Bench;
beforeEach(async () => {
  if (laidOut === null) {
    const first = new Bench(undefined, STILL);
    await first.layout();
    laidOut = first.book;
  }
  bench = new Bench(structuredClone(laidOut), STILL);
});

const LISTS = { 表定義: 'tables', KPI: 'kpis', 実績値: 'yearly', 事業計画: 'planRows', 業績評価: 'indicators' } as const;
type Sheet = keyof typeof LISTS;

/** The line of a definition list whose cells say what is given. */
async function lineOf(sheet: Sheet, said: Readonly<Record<string, string>>): Promise<RecordLine<string>> {
  const lines = (await openWorkbook(bench.context, null)).lists[LISTS[sheet]]?.table.lines as readonly RecordLine<string>[] | undefined ?? [];
  const line = lines.find((one) => Object.entries(said).every(([key, text]) => one.text(key) === text));
  if (!line) throw new Error(`${sheet} ${JSON.stringify(said)}`);
  return line;
}

async function type(sheet: Sheet, said: Readonly<Record<string, string>>, key: string, value: string | number): Promise<void> {
  await bench.type(sheet, (await lineOf(sheet, said)).cell(key), { value });
}

const findings = async (): Promise<readonly CheckFinding[]> => checkWorkbook(await openWorkbook(bench.context, null), { latest: MARCH });
const faults = async (): Promise<CheckFinding[]> => (await findings()).filter(({ kind }) => kind === 'definitions');

function insert(sheet: string, axis: 'rows' | 'columns', at: number, count: number): void {
  changeLines(bench.book, bench.sheet(sheet), { axis, at, count });
}

/** What is wrong with which line, and what its finding is about. */
const FAULTS: readonly (readonly [Sheet, Readonly<Record<string, string>>, string, string | number, string])[] = [
  ['表定義', { rowId: 'T02-01' }, 'formula', '[郵送件数]/[総件数]', '表定義 T02-01 formula'],
  ['表定義', { rowId: 'T02-02' }, 'min', '三', '表定義 T02-02 min'],
  ['表定義', { rowId: 'T04-03' }, 'rowId', 'T04-02', '表定義 T04-02 rowId'],
  ['表定義', { tableId: 'T05', rowId: '' }, 'group', '業/務', '表定義 T05 group'],
  ['KPI', { conditionId: '5-1' }, 'reference', '[ない表.ない項目]', 'KPI 5-1 reference'],
  ['実績値', { id: 'Y10-1', year: '2024' }, 'year', '令和', '実績値 Y10-1/令和 year'],
  ['業績評価', { id: 'G12' }, 'actual', '[ない表.ない項目]', '業績評価 G12 actual'],
];

describe('cells of the definitions that cannot be used', () => {
  test.each(FAULTS)('%s %j %s: what was accepted goes with its line, wherever that stands', async (sheet, said, key, value, about) => {
    await type(sheet, said, key, value);
    const before = await faults();
    expect(before.map(({ id }) => id)).toEqual(expect.arrayContaining([expect.stringContaining(`definitions ${about}`)]));
    insert(sheet, 'rows', 0, 2);
    insert(sheet, 'rows', (await lineOf(sheet, {})).row + 1, 1);
    insert(sheet, 'columns', 0, 1);
    const after = await faults();
    expect(after.map(({ id, seen }) => [id, seen])).toEqual(before.map(({ id, seen }) => [id, seen]));
    expect(after.map(({ cell }) => cell)).not.toEqual(before.map(({ cell }) => cell));
  });

  test('another value in the same cell is another finding', async () => {
    await type('表定義', { rowId: 'T02-02' }, 'min', '三');
    const [before] = await faults();
    await type('表定義', { rowId: 'T02-02' }, 'min', '四');
    const [after] = await faults();
    expect([after?.kind, after?.id === before?.id, after?.seen === before?.seen]).toEqual(['definitions', false, false]);
  });

  test('a line without an ID is known by what it says', async () => {
    const line = await lineOf('表定義', { rowId: 'T02-02' });
    await bench.type('表定義', line.cell('rowId'), { value: '' });
    const before = await faults();
    insert('表定義', 'rows', 0, 3);
    expect([before.length > 0, (await faults()).map(({ id, seen }) => [id, seen])]).toEqual([true, before.map(({ id, seen }) => [id, seen])]);
  });

  test('two lines of one ID with the same fault are two findings', async () => {
    await type('表定義', { rowId: 'T04-02' }, 'min', '三');
    await type('表定義', { rowId: 'T04-03' }, 'min', '三');
    await type('表定義', { rowId: 'T04-03' }, 'rowId', 'T04-02');
    const ids = (await findings()).map(({ id }) => id);
    expect([ids.filter((id) => id.includes('T04-02 min')).length, new Set(ids).size]).toEqual([2, ids.length]);
  });
});
