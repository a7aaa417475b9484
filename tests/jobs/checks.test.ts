import { beforeAll, describe, expect, test } from '@jest/globals';
import { cellKey, type Book } from '../../src/embedded/model/book';
import { changeLines } from '../../src/embedded/model/structure';
import { openWorkbook, type OpenedWorkbook } from '../../src/embedded/xlsx/open';
import { checkFigures } from '../../src/jobs/check';
import { look } from '../../src/jobs/look';
import { perform, propose, type RunOutcome, type TaskContext } from '../../src/jobs/perform';
import { release } from '../../src/jobs/release';
import { rollover } from '../../src/jobs/rollover';
import type { Task } from '../../src/jobs/task';
import type { CheckView, OpenFinding } from '../../src/jobs/workbookLook';
import { readCell } from '../../src/plan/a1';
import { Bench, GUNMA, ownSheets } from '../support/laidOut';
import { withOffice } from '../support/office';
import { sampleFile } from '../support/sampleFile';

/** Everything here goes through the unmodified office.js, on the sample year. */
const SHEET = '点検の記録';
const TODAY = new Date(2025, 3, 21);
let saved: Uint8Array;
beforeAll(async () => {
  saved = await sampleFile();
});

interface Office {
  readonly opened: OpenedWorkbook;
  /** The same workbook with what a person would type into it. */
  readonly bench: Bench;
  readonly context: TaskContext;
  readonly syncs: () => number;
  readonly checks: () => Promise<CheckView>;
  readonly run: (task: Task) => Promise<RunOutcome>;
}

function office(): Office {
  const opened = openWorkbook(saved, 'out.xlsx');
  const { context, session } = withOffice(opened);
  const whole: TaskContext = { ...context, year: 2024, today: () => TODAY, sample: () => Promise.resolve(GUNMA) };
  return {
    opened, context: whole, bench: new Bench(opened.book),
    syncs: () => session.host.traffic.syncs,
    checks: async () => (await look(whole, 2024, TODAY)).checks(),
    run: async (task) => {
      const before = session.host.traffic.syncs;
      const outcome = await perform(whole, task, null, () => undefined);
      expect(session.host.traffic.syncs - before).toBeLessThanOrEqual(4);
      return outcome;
    },
  };
}

const cellsOf = (book: Book, but: readonly string[] = []): string => JSON.stringify(ownSheets(book).filter((sheet) => !but.includes(sheet.name)).map((sheet) => [sheet.name, [...sheet.cells].sort(([a], [b]) => a - b)]));
/** Formula or figure and number format of every cell, in a line each. */
const shownOf = (book: Book, but = ''): string[] => ownSheets(book).filter((sheet) => sheet.name !== but).flatMap((sheet) => [...sheet.cells].map(([key, { formula, value, style }]) => `${sheet.name} ${key} ${formula ?? JSON.stringify(value ?? '')} ${style?.numberFormat ?? ''}`));
const about = (checks: CheckView, words: string): OpenFinding => {
  const found = checks.open.find((one) => one.text.includes(words));
  if (!found) throw new Error(`no finding about ${words}`);
  return found;
};
const summaryOf = (outcome: RunOutcome): readonly string[] => (outcome.kind === 'done' ? [...outcome.report.summary, ...outcome.report.warnings] : []);
/** F4 of the domain notes: 10 short in March. */
const MAGAZINE = 'メールマガジン「累計」';
const accepting = ({ id, seen }: OpenFinding, reason: string): Task => ({ kind: 'accept', findings: [{ id, seen, reason }] });

describe('点検', () => {
  test('takes no request more than the look, and writes nothing', async () => {
    const { checks, syncs, opened } = office();
    const before = cellsOf(opened.book);
    expect((await checks()).open.length).toBeGreaterThan(0);
    expect([syncs(), cellsOf(opened.book) === before]).toEqual([2, true]);
    const { tables, rows, quiet } = await checks();
    expect([tables, rows > 40, quiet]).toEqual([19, true, []]);
  });
});

describe('確認済みにする', () => {
  test('writes the record and nothing else; the finding is quiet until its figure changes, then it tells the reason of then', async () => {
    const { checks, run, opened, bench } = office();
    const before = cellsOf(opened.book);
    const found = await checks();
    const magazine = about(found, MAGAZINE);
    expect(summaryOf(await run(accepting(magazine, '=原本どおり')))).toEqual([expect.stringMatching(/^1件を確認済みにしました。/)]);
    expect([cellsOf(opened.book, [SHEET]) === before, opened.book.sheets.at(-1)?.name]).toEqual([true, SHEET]);
    expect(bench.cell(SHEET, 'E5')).toMatchObject({ value: '=原本どおり', style: { numberFormat: '@' } });
    const quiet = await checks();
    expect([quiet.open.map(({ id }) => id), quiet.quiet.map(({ id, reason, at }) => [id, reason, at])]).toEqual([found.open.map(({ id }) => id).filter((id) => id !== magazine.id), [[magazine.id, '=原本どおり', '2025/4/7 9:30']]]);

    const again = await run(accepting(magazine, '=原本どおり'));
    expect([again.kind === 'done' && again.report.changed, summaryOf(again)]).toEqual([false, ['1件は、すでに確認済みです。', '変更はありません。']]);

    const march = bench.book.names.find(({ name }) => name === '月次_メールマガジン_累計_2024')?.refersTo.split(':')[1]?.replaceAll('$', '') ?? '';
    await bench.type('企画総務', march, { value: 3796 });
    const changed = about(await checks(), MAGAZINE);
    expect([changed.id, changed.seen === magazine.seen, changed.earlier]).toEqual([magazine.id, false, { at: '2025/4/7 9:30', reason: '=原本どおり' }]);
    // What was seen is not what is there: nothing is noted.
    expect(summaryOf(await run(accepting(magazine, '=原本どおり')))).toEqual(['変更はありません。', expect.stringContaining('数値が変わったため、記録していません。')]);
    await bench.type('企画総務', march, { value: 3795 });
    expect((await checks()).quiet.map(({ id }) => id)).toEqual([magazine.id]);
  });

  test('survives the file, and rows that move', async () => {
    const { checks, run, opened } = office();
    const magazine = about(await checks(), MAGAZINE);
    await run(accepting(magazine, '原本どおり'));
    const again = openWorkbook(opened.save(), 'again.xlsx');
    const { context } = withOffice(again);
    const sheet = again.book.sheets.find((one) => one.name === '企画総務');
    if (!sheet) throw new Error('no sheet');
    for (const count of [0, 3]) {
      if (count > 0) changeLines(again.book, sheet, { axis: 'rows', at: 1, count });
      const [quiet] = (await (await look(context, 2024, TODAY)).checks()).quiet;
      expect([quiet?.id, quiet?.reason, quiet?.place?.area.row]).toEqual([magazine.id, '原本どおり', (magazine.place?.area.row ?? NaN) + count]);
    }
  });

  test('another formula stays quiet while it goes with the cells it speaks of, and speaks when it is changed', async () => {
    const { checks, run, bench, opened } = office();
    const name = bench.book.names.find((one) => one.name === '月次_郵送化率_郵送化率_2024');
    const first = name?.refersTo.split('!')[1]?.split(':')[0]?.replaceAll('$', '') ?? '';
    const [column, row] = [first.replace(/\d/g, ''), Number(first.replace(/\D/g, ''))];
    await bench.type('業務', first, { formula: `${column}${row + 2}/${column}${row + 1}` });
    const [other] = (await checks()).open.filter(({ kind }) => kind === 'otherFormula');
    if (!other) throw new Error('not found');
    await run(accepting(other, '様式のとおり'));
    const sheet = opened.book.sheets.find((one) => one.name === '業務');
    if (!sheet) throw new Error('no sheet');
    changeLines(opened.book, sheet, { axis: 'rows', at: 1, count: 3 });
    expect((await checks()).quiet.map(({ id, place }) => [id, place?.area.row])).toEqual([[other.id, row + 2]]);
    await bench.type('業務', `${column}${row + 3}`, { formula: `${column}${row + 4}/${column}${row + 5}` });
    expect((await checks()).open.find(({ id }) => id === other.id)?.earlier?.reason).toBe('様式のとおり');
  });

  test('the job 点検 is quiet too, and says how many were accepted', async () => {
    const { checks, run, context, bench } = office();
    const before = (await checkFigures(context, TODAY)).findings.map(({ id }) => id);
    const magazine = about(await checks(), MAGAZINE);
    await run(accepting(magazine, '原本どおり'));
    const report = await checkFigures(context, TODAY);
    expect([report.findings.map(({ id }) => id), report.warnings.some((line) => line.includes(MAGAZINE))]).toEqual([before.filter((id) => id !== magazine.id), false]);
    expect(report.summary).toEqual([`点検しました。確認が必要なところが${before.length - 1}件あります。`, '確認済みの1件は、数値が変わっていないため除いています。理由はシート「点検の記録」にあります。', '何も変更していません。']);
    const march = bench.book.names.find(({ name }) => name === '月次_メールマガジン_累計_2024')?.refersTo.split(':')[1]?.replaceAll('$', '') ?? '';
    await bench.type('企画総務', march, { value: 3796 });
    expect((await checkFigures(context, TODAY)).findings.map(({ id }) => id)).toEqual(before);
  });

  test('is taken back in the record alone, once', async () => {
    const { checks, run, opened } = office();
    const before = cellsOf(opened.book);
    const magazine = about(await checks(), MAGAZINE);
    await run(accepting(magazine, '原本どおり'));
    const back: Task = { kind: 'unaccept', ids: [magazine.id] };
    expect(summaryOf(await run(back))).toEqual(['1件の確認済みを取り消しました。点検でまた知らせます。']);
    expect([cellsOf(opened.book, [SHEET]) === before, about(await checks(), MAGAZINE).earlier]).toEqual([true, null]);
    const again = await run(back);
    expect(again.kind === 'done' && again.report.changed).toBe(false);
  });

  test('年度更新 leaves the record, 名前を外す takes it out and says so before', async () => {
    const { checks, run, opened, context } = office();
    await run(accepting(about(await checks(), MAGAZINE), '原本どおり'));
    const record = (): string => JSON.stringify([...(opened.book.sheets.find((sheet) => sheet.name === SHEET)?.cells ?? [])]);
    const before = record();
    await rollover(context, 2025, TODAY);
    expect(record()).toBe(before);
    const asked = await propose(context, { kind: 'release' });
    expect(asked.words).toContain(`点検で確認済みにした理由のシート「${SHEET}」も削除します。`);
    expect((await release(context)).warnings).toEqual([]);
    expect([opened.book.sheets.map((sheet) => sheet.name).includes(SHEET), opened.book.names]).toEqual([false, []]);
  });
});

describe('直す', () => {
  const months = (bench: Bench, name: string): { readonly first: string; readonly last: string } => {
    const [first = '', last = ''] = bench.book.names.find((one) => one.name === name)?.refersTo.split('!')[1]?.replaceAll('$', '').split(':') ?? [];
    return { first, last };
  };
  const OVERTIME = '月次_超過勤務_超過勤務時間_2024';

  test('what is ticked is shown, then written, and nothing else; a second time nothing is', async () => {
    const { bench, checks, context, run, opened } = office();
    const total = months(bench, '月次_サービススタンダード_平均所要日数_2024_計').first;
    const { first } = months(bench, OVERTIME);
    const [clean, shown] = [cellsOf(opened.book), shownOf(opened.book)];
    const { formula } = bench.cell('業務', total);
    await bench.type('業務', total, { value: 6.3 });
    await bench.type('全グループ', first, { value: '３：４６' });
    const before = await checks();
    const ticked = before.open.filter(({ fix }) => fix !== null);
    expect(ticked.map(({ cell, fix }) => [cell, fix?.words])).toEqual([[`業務 ${total}`, '「6.30」を計算式に戻す（計算値 6.25）'], [`全グループ ${first}`, '「３：４６」を 3:46 に直す']]);
    const task: Task = { kind: 'fix', ids: ticked.map(({ id }) => id) };
    const asked = await propose(context, task);
    expect(asked.parts).toEqual([{ title: '直すもの', lines: [`業務 ${total}: 「6.30」を計算式に戻す（計算値 6.25）`, `全グループ ${first}: 「３：４６」を 3:46 に直す`] }]);
    expect(summaryOf(await run(task))[0]).toBe('2件を直しました。');
    expect([bench.cell('業務', total).formula, bench.cell('全グループ', first)]).toEqual([formula, expect.objectContaining({ value: 226 / 1440 })]);
    expect([bench.cell('上書きの記録', 'I5').value, bench.cell('上書きの記録', 'J5').value]).toEqual([6.3, expect.closeTo(6.25, 1)]);
    expect((await checks()).open.map(({ id }) => id)).toEqual(before.open.filter(({ fix }) => fix === null).map(({ id }) => id));
    // But for the month that was typed anew and what follows from it, the workbook is as it was laid out.
    await bench.type('全グループ', first, { value: valueIn(clean, '全グループ', first) });
    expect(shownOf(opened.book, '上書きの記録').filter((cell) => !shown.includes(cell))).toEqual([]);
    const again = await run(task);
    expect([again.kind === 'done' && again.report.changed, summaryOf(again)]).toEqual([false, ['変更はありません。', ...task.ids.map(() => expect.stringContaining('いまの点検では見つかりません。'))]]);
  });

  test('what was typed meanwhile is asked about anew, and stays', async () => {
    const { bench, checks, context } = office();
    const { first } = months(bench, OVERTIME);
    await bench.type('全グループ', first, { value: '３：４６' });
    const [found] = (await checks()).open.filter(({ fix }) => fix !== null);
    const task: Task = { kind: 'fix', ids: [found?.id ?? ''] };
    const asked = await propose(context, task);
    await bench.type('全グループ', first, { value: '３：４７' });
    const outcome = await perform(context, task, asked, () => undefined);
    expect(outcome).toMatchObject({ kind: 'changed', proposal: { parts: [{ lines: [`全グループ ${first}: 「３：４７」を 3:47 に直す`] }] } });
    expect(bench.cell('全グループ', first).value).toBe('３：４７');
  });
});

/** What stood in a cell. */
function valueIn(contents: string, sheet: string, address: string): number {
  const at = readCell(address);
  const [, cells] = (JSON.parse(contents) as [string, [number, { value?: number }][]][]).find(([name]) => name === sheet) ?? [];
  const cell = cells?.find(([key]) => at && key === cellKey(at.row, at.column))?.[1];
  if (cell?.value === undefined) throw new Error(address);
  return cell.value;
}
