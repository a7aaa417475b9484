import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Book } from '../../../src/embedded/model/book';
import { openWorkbook } from '../../../src/jobs/job';
import { layout } from '../../../src/jobs/layout';
import { cellA1 } from '../../../src/plan/a1';
import { reminders, type Reminder } from '../../../src/sheets/check/reminders';
import { KPI_SHEET } from '../../../src/sheets/kpiSheet';
import { checkView } from '../../../src/sheets/view/checkView';
import { PLAN_SHEET, type PlanSheetKey } from '../../../src/sheets/planSheet';
import { Bench } from '../../support/laidOut';

/** The last ended month: March, with nothing yet late. */
const MARCH = 11;
let judged: Book;
beforeAll(async () => {
  const bench = new Bench();
  await bench.layout();
  await bench.evaluate();
  judged = bench.book;
});
const copy = (): Bench => new Bench(structuredClone(judged));
const list = async (bench: Bench, latest = MARCH): Promise<Reminder[]> => reminders(await openWorkbook(bench.context, 2024), latest);
const start = (all: readonly Reminder[], kind: string): string[] => all.filter(({ id }) => id.startsWith(`${kind} `)).map(({ id }) => id.slice(kind.length + 1));
const planCell = (bench: Bench, id: string, key: PlanSheetKey): string => cellA1(bench.rowOf('事業計画', id), PLAN_SHEET.columns.findIndex((column) => column.key === key));
const at = ({ place }: Reminder): string => (place ? `${place.sheet} ${cellA1(place.area.row, place.area.column)}` : '');

describe('texts of the plan', () => {
  test('each △ and × wants 今後改善すべき点, a KPI’s and another’s, until it is written', async () => {
    const bench = copy();
    const before = await list(bench);
    const [kpi] = start(before, 'text');
    if (kpi === undefined) throw new Error('none');
    expect(start(before, 'text').length).toBeGreaterThanOrEqual(4);
    const other = 'P01-02';
    const mark = planCell(bench, other, 'manual');
    await bench.type('事業計画', mark, { value: '×' });
    const asked = (await list(bench)).find(({ id }) => id === `text ${other}`);
    expect([asked?.group, asked?.text, asked && at(asked)]).toEqual(['事業計画', expect.stringMatching(/^「1 .*」（×）に、今後改善すべき点がまだありません。$/), `事業計画 ${planCell(bench, other, 'progress')}`]);
    await bench.type('事業計画', mark, { value: '○' });
    await bench.type('事業計画', planCell(bench, kpi, 'progress'), { value: '周知を進める。' });
    expect(start(await list(bench), 'text')).toEqual(start(before, 'text').filter((id) => id !== kpi));
  });

  test('a text of an earlier month is told with both months', async () => {
    const bench = copy();
    const [kpi = ''] = start(await list(bench), 'text');
    await bench.type('事業計画', planCell(bench, kpi, 'progress'), { value: '周知を進める。' });
    await bench.type('事業計画', planCell(bench, kpi, 'judgedText'), { value: '周知を進める。' });
    await bench.type('事業計画', planCell(bench, kpi, 'textAsOf'), { value: '令和7年2月末' });
    await bench.type('事業計画', planCell(bench, kpi, 'judgedAsOf'), { value: '令和7年3月末' });
    expect((await list(bench)).find(({ id }) => id === `text ${kpi}`)?.text).toMatch(/の進捗状況は、令和7年2月末時点の文のままです（判定は令和7年3月末）。$/);
  });

  test('a manual mark in place of the machine’s wants a reason; one where none was given does not', async () => {
    const bench = copy();
    const [kpi = ''] = start(await list(bench), 'text');
    await bench.type('事業計画', planCell(bench, kpi, 'manual'), { value: '○' });
    await bench.type('事業計画', planCell(bench, 'P01-02', 'manual'), { value: '○' });
    const asked = (await list(bench)).filter(({ id }) => id.startsWith('reason '));
    expect(asked.map((one) => [one.id, at(one)])).toEqual([[`reason ${kpi}`, `事業計画 ${planCell(bench, kpi, 'manualReason')}`]]);
    await bench.type('事業計画', planCell(bench, kpi, 'manualReason'), { value: '本部の指示' });
    expect(start(await list(bench), 'reason')).toEqual([]);
  });
});

test('a target that is not known is told, with its cell, until it is typed', async () => {
  const bench = copy();
  const missing = (await list(bench)).filter(({ id }) => id.startsWith('target '));
  expect(missing.map(({ id, group, text }) => [id, group, text])).toEqual([['target 12', 'KPI', expect.stringMatching(/前年度の実績が登録されていないため/)]]);
  const [one] = missing;
  const cell = (one && at(one).split(' ')[1]) ?? '';
  expect(one?.place?.area.column).toBe(KPI_SHEET.columns.findIndex(({ key }) => key === 'target'));
  await bench.type('KPI', cell, { value: 0.3 });
  expect(start(await list(bench), 'target')).toEqual([]);
});

describe('figures', () => {
  test.each<[string, number, number, boolean]>([
    ['the next month, before it has ended', MARCH, MARCH - 1, false], ['the next month, once it has ended', MARCH, MARCH, true], ['a month before others, which is a finding', 2, MARCH, false],
  ])('%s (%d at %d): asked for %s', async (_, month, latest, asked) => {
    const bench = copy();
    const name = bench.book.names.find((one) => one.name === '月次_郵送化率_郵送件数_2024')?.refersTo ?? '';
    const [, column = '', row = ''] = /\$([A-Z]+)\$(\d+)/.exec(name) ?? [];
    const cell = `${String.fromCharCode(column.charCodeAt(0) + month)}${row}`;
    await bench.type('業務', cell, {});
    const mine = (await list(bench, latest)).filter(({ text }) => text.startsWith('郵送化率／'));
    expect(mine.map((one) => [one.group, one.text, at(one)])).toEqual(asked ? [['業務', '郵送化率／郵送件数の3月が、まだ入力されていません。', `業務 ${cell}`]] : []);
    // Told once: by the one or by the other.
    const state = await openWorkbook(bench.context, 2024);
    const { open, reminders: told } = checkView(state, latest);
    const missing = open.filter(({ kind }) => kind === 'monthMissing').map((one) => one.cell);
    expect([missing, told.filter(({ id }) => id.startsWith('figures ')).length]).toEqual([month < MARCH ? [`業務 ${cell}`] : [], asked ? 1 : 0]);
  });

  test('months before the first figure a row ever had are still to be typed, not left out', async () => {
    const bench = new Bench();
    await layout(bench.context, 2024, null);
    const [, column = '', row = ''] = /\$([A-Z]+)\$(\d+)/.exec(bench.book.names.find((one) => one.name === '月次_郵送化率_郵送件数_2024')?.refersTo ?? '') ?? [];
    const cell = (month: number): string => `${String.fromCharCode(column.charCodeAt(0) + month)}${row}`;
    const told = async (): Promise<unknown[]> => {
      const { open, reminders: asked } = checkView(await openWorkbook(bench.context, 2024), 8);
      return [open.filter(({ kind }) => kind === 'monthMissing').map(({ id }) => id), asked.find(({ id }) => id === 'figures T02-03')?.text];
    };
    await bench.type('業務', cell(6), { value: 6000 });
    expect(await told()).toEqual([[], '郵送化率／郵送件数の4月・5月・6月など8か月分が、まだ入力されていません。']);
    await bench.type('業務', cell(8), { value: 6100 });
    expect(await told()).toEqual([['monthMissing T02-03@2024 4月,5月,6月,7月,8月,9月,11月'], undefined]);
  });

  test('those that come late, and ranks, are no reminder', async () => {
    expect(start(await list(copy()), 'figures')).toEqual([]);
    expect(start(await list(copy(), MARCH + 3), 'figures')).toEqual(['T14-01']);
  });

  test('many months are counted', async () => {
    const bench = new Bench();
    await bench.layout();
    const sheet = bench.sheet('全グループ');
    const name = bench.book.names.find((one) => one.name.startsWith('月次_超過勤務_') && one.name.endsWith('_2024'))?.refersTo ?? '';
    const row = Number(/\$(\d+)/.exec(name)?.[1]) - 1;
    for (const [key, cell] of [...sheet.cells]) if (Math.floor(key / 16384) === row && cell.formula === undefined && typeof cell.value === 'number' && key % 16384 > 0) sheet.cells.set(key, {});
    expect((await list(bench)).find(({ id }) => id === 'figures T17-01')?.text).toBe('超過勤務／超過勤務時間の4月・5月・6月など12か月分が、まだ入力されていません。');
  });
});

test('an empty workbook has nothing to be reminded of', async () => {
  expect(await list(new Bench())).toEqual([]);
});
