import { beforeAll, describe, expect, test } from '@jest/globals';
import { LONGEST_REASON } from '../../../src/domain/checks/reason';
import type { Book } from '../../../src/embedded/model/book';
import { openWorkbook } from '../../../src/jobs/job';
import { acceptedList, earlierAcceptance, inForce, readAcceptances } from '../../../src/sheets/check/acceptedSheet';
import { thinkAccept, thinkUnaccept } from '../../../src/sheets/check/acceptPlan';
import type { CheckFinding } from '../../../src/sheets/check/finding';
import type { Thought } from '../../../src/sheets/thought';
import type { WorkbookState } from '../../../src/sheets/workbookState';
import { Bench } from '../../support/laidOut';
import { STILL } from '../../support/recordBench';
import { finding } from './findings';

const SHEET = '点検の記録';
let laidOut: Book;
beforeAll(async () => {
  const bench = new Bench(undefined, STILL);
  await bench.layout();
  laidOut = bench.book;
});
const copy = (): Bench => new Bench(structuredClone(laidOut), STILL);
const stateOf = (bench: Bench): Promise<WorkbookState> => openWorkbook(bench.context, 2024);

async function apply(bench: Bench, think: (state: WorkbookState) => Thought): Promise<Thought> {
  const thought = think(await stateOf(bench));
  await bench.gateway.apply(thought.plan);
  return thought;
}
const accept = (bench: Bench, found: readonly CheckFinding[], findings: Parameters<typeof thinkAccept>[2]['findings']): Promise<Thought> =>
  apply(bench, (state) => thinkAccept(state, found, { findings }, '2025/4/7 9:30'));
const unaccept = (bench: Bench, found: readonly CheckFinding[], ids: readonly string[]): Promise<Thought> => apply(bench, (state) => thinkUnaccept(state, found, ids));

/** The reason for which a finding is quiet; null: it speaks. */
async function quietFor(bench: Bench, one: CheckFinding): Promise<string | null> {
  const acceptances = readAcceptances(acceptedList(await stateOf(bench)).table);
  return inForce(one, acceptances).at(-1)?.reason ?? null;
}
const earlier = async (bench: Bench, one: CheckFinding): Promise<string | null> => earlierAcceptance(one, readAcceptances(acceptedList(await stateOf(bench)).table))?.reason ?? null;
const record = (bench: Bench, row: number): unknown[] => [...'ABCDEFGH'].map((column) => bench.cell(SHEET, `${column}${row}`).value ?? '');
const F1 = finding('total:T01-09@2024', '6.3');

describe('確認済みにする', () => {
  test('makes the record when it is first wanted, a line a finding, and the finding is quiet as long as its figures stay', async () => {
    const bench = copy();
    expect(bench.book.sheets.map((sheet) => sheet.name)).not.toContain(SHEET);
    const thought = await accept(bench, [F1], [{ id: F1.id, seen: '6.3', reason: ' 原本どおり ' }]);
    expect(thought.done).toEqual(['1件を確認済みにしました。数値が変わるまで知らせません。理由はシート「点検の記録」にあります。']);
    expect(record(bench, 5)).toEqual(['2025/4/7 9:30', '業務', 'G12', F1.text, '原本どおり', '確認済み', F1.id, '6.3']);
    expect(bench.book.names.map((name) => name.name)).toContain('事業計画_点検の記録');
    expect(await quietFor(bench, F1)).toBe('原本どおり');
    const moved = { ...F1, seen: '6.4' };
    expect([await quietFor(bench, moved), await earlier(bench, moved), await earlier(bench, F1)]).toEqual([null, '原本どおり', null]);
  });

  test('a second time nothing is written', async () => {
    const bench = copy();
    const request = [{ id: F1.id, seen: '6.3', reason: '原本どおり' }];
    await accept(bench, [F1], request);
    const before = bench.contents();
    const again = await accept(bench, [F1], [...request, ...request]);
    expect([again.plan.actions, again.done, again.warnings, bench.contents() === before]).toEqual([[], ['1件は、すでに確認済みです。'], [], true]);
  });

  const other = finding('falls:T18', '3,2');
  test.each<[string, { id: string; seen: string; reason: string }, RegExp]>([
    ['is gone', { id: 'total:T99', seen: '6.3', reason: '原本どおり' }, /^選んだ内容は、いまの点検では見つかりません。記録していません。$/],
    ['rests on other figures by now', { id: F1.id, seen: '6.2', reason: '原本どおり' }, /^業務 G12: .*数値が変わったため、記録していません。もう一度確かめてください。$/],
    ['comes without a reason', { id: F1.id, seen: '6.3', reason: ' 　\n' }, /理由を入力してください。記録していません。$/],
    ['has a reason too long to be read', { id: F1.id, seen: '6.3', reason: 'あ'.repeat(LONGEST_REASON + 1) }, /理由は300文字までです。記録していません。$/],
  ])('a finding that %s is told, and only the others are noted', async (_, request, words) => {
    const bench = copy();
    const alone = await accept(bench, [F1, other], [request]);
    expect([alone.plan.actions, alone.done, alone.warnings]).toEqual([[], [], [expect.stringMatching(words)]]);
    const both = await accept(bench, [F1, other], [request, { id: other.id, seen: '3,2', reason: '単月のため' }]);
    expect(both.warnings).toHaveLength(1);
    expect([record(bench, 5)[6], record(bench, 6)[6]]).toEqual([other.id, '']);
  });

  test.each(['=1+1', '+81', '-1', '@SUM(A1)', '5-1', '4/24', "'そのまま", '１'])('the reason %s stays text', async (reason) => {
    const bench = copy();
    await accept(bench, [F1], [{ id: F1.id, seen: '6.3', reason }]);
    expect(bench.cell(SHEET, 'E5')).toMatchObject({ value: reason, style: { numberFormat: '@' } });
    expect(bench.cell(SHEET, 'E5').formula).toBeUndefined();
    expect(await quietFor(bench, F1)).toBe(reason);
  });

  test('where the record lost a heading nothing is written, and the heading is named', async () => {
    const bench = copy();
    await accept(bench, [F1], [{ id: F1.id, seen: '6.3', reason: '原本どおり' }]);
    await bench.type(SHEET, 'G4', { value: '番号' });
    const thought = await accept(bench, [other], [{ id: other.id, seen: '3,2', reason: '単月のため' }]);
    expect([thought.plan.actions, thought.warnings]).toEqual([[], ['シート「点検の記録」に見出し「ID」がありません。見出しを元に戻してください。何も変更していません。']]);
  });

  test('columns may be moved and added to, and the sheet renamed', async () => {
    const bench = copy();
    await accept(bench, [F1], [{ id: F1.id, seen: '6.3', reason: '原本どおり' }]);
    const sheet = bench.sheet(SHEET);
    sheet.name = '確認の控え';
    for (const name of bench.book.names) name.refersTo = name.refersTo.replace(SHEET, sheet.name);
    await bench.type('確認の控え', 'I4', { value: '担当' });
    for (const row of [4, 5]) {
      const [left, right] = [bench.cell('確認の控え', `D${row}`).value ?? '', bench.cell('確認の控え', `E${row}`).value ?? ''];
      await bench.type('確認の控え', `D${row}`, { value: right as string });
      await bench.type('確認の控え', `E${row}`, { value: left as string });
    }
    expect(await quietFor(bench, F1)).toBe('原本どおり');
    await accept(bench, [other], [{ id: other.id, seen: '3,2', reason: '単月のため' }]);
    expect([bench.cell('確認の控え', 'D6').value, bench.cell('確認の控え', 'I6').value]).toEqual(['単月のため', undefined]);
  });
});

describe('確認済みを取り消す', () => {
  test('marks the line; the finding speaks again and can be accepted anew', async () => {
    const bench = copy();
    await accept(bench, [F1], [{ id: F1.id, seen: '6.3', reason: '原本どおり' }]);
    const thought = await unaccept(bench, [F1], [F1.id]);
    expect(thought.done).toEqual(['1件の確認済みを取り消しました。点検でまた知らせます。']);
    expect(thought.plan.actions).toEqual([{ kind: 'write', sheet: SHEET, row: 4, column: 5, cells: [['取り消し']] }]);
    expect([await quietFor(bench, F1), await earlier(bench, { ...F1, seen: '6.4' })]).toEqual([null, null]);
    const again = await unaccept(bench, [F1], [F1.id]);
    expect([again.plan.actions, again.done]).toEqual([[], ['1件は、確認済みではありません。']]);
    await accept(bench, [F1], [{ id: F1.id, seen: '6.3', reason: '2度目' }]);
    expect([record(bench, 5)[5], record(bench, 6)[4], await quietFor(bench, F1)]).toEqual(['取り消し', '2度目', '2度目']);
  });

  test('a finding that is gone is told, nothing is written; nor where the column is gone', async () => {
    const bench = copy();
    await accept(bench, [F1], [{ id: F1.id, seen: '6.3', reason: '原本どおり' }]);
    expect(await unaccept(bench, [], [F1.id])).toMatchObject({ plan: { actions: [] }, warnings: ['選んだ内容は、いまの点検では見つかりません。何も変更していません。'] });
    await bench.type(SHEET, 'F4', { value: '状態' });
    expect(await unaccept(bench, [F1], [F1.id])).toMatchObject({ plan: { actions: [] }, warnings: [expect.stringContaining('列「扱い」がないため')] });
  });

  test('a person may write the word into the sheet instead, or delete the line', async () => {
    const bench = copy();
    const other = finding('falls:T18', '3,2');
    await accept(bench, [F1, other], [{ id: F1.id, seen: '6.3', reason: '原本どおり' }, { id: other.id, seen: '3,2', reason: '単月' }]);
    await bench.type(SHEET, 'F5', { value: '取り消し' });
    for (const column of 'ABCDEFGH') await bench.type(SHEET, `${column}6`, {});
    expect([await quietFor(bench, F1), await quietFor(bench, other)]).toEqual([null, null]);
  });
});

describe('a finding over several months', () => {
  const falls = (months: string, seen: string): CheckFinding => finding(`falls T19-01@2024 ${months}`, seen);
  const before = falls('6月,9月', '0/1 1/2');

  test('stays quiet while each of its months was accepted as it stands, and tells the reason where one was not', async () => {
    const bench = copy();
    await accept(bench, [before], [{ id: before.id, seen: before.seen, reason: '単月のため' }]);
    const later = [falls('6月,9月,10月', '0/1 1/2 0/1'), falls('9月', '1/2'), falls('9月', '0/2'), falls('6月,9月', '0/1 0/2'), falls('10月', '0/1'), finding('falls T19-01@2025 6月', '0/1')];
    const told: unknown[] = [];
    for (const one of later) told.push([await quietFor(bench, one), await earlier(bench, one)]);
    expect(told).toEqual([[null, '単月のため'], ['単月のため', null], [null, '単月のため'], [null, '単月のため'], [null, null], [null, null]]);
    // The month that came to it is accepted with the others, or by itself.
    const october = falls('10月', '0/1');
    await accept(bench, [october], [{ id: october.id, seen: october.seen, reason: '10月も同じ' }]);
    expect(await quietFor(bench, falls('6月,9月,10月', '0/1 1/2 0/1'))).toBe('10月も同じ');
  });

  test('is taken back with every line that keeps it quiet', async () => {
    const bench = copy();
    const whole = falls('6月,9月,10月', '0/1 1/2 0/1');
    const october = falls('10月', '0/1');
    await accept(bench, [before, october], [before, october].map(({ id, seen }) => ({ id, seen, reason: '単月のため' })));
    await unaccept(bench, [whole], [whole.id]);
    expect([record(bench, 5)[5], record(bench, 6)[5], await quietFor(bench, whole), await quietFor(bench, october)]).toEqual(['取り消し', '取り消し', null, null]);
  });

  test('blank months are alike, and texts with blanks in them are not taken apart', async () => {
    const bench = copy();
    const blank = finding('monthMissing T02-02@2024 8月,9月', '空欄');
    const texts = finding('textNumber T02-02@2024 8月,9月', '429 件 430');
    await accept(bench, [blank, texts], [blank, texts].map(({ id, seen }) => ({ id, seen, reason: '休止' })));
    expect([await quietFor(bench, finding('monthMissing T02-02@2024 9月', '空欄')), await quietFor(bench, texts), await quietFor(bench, finding('textNumber T02-02@2024 9月', '430'))]).toEqual(['休止', '休止', null]);
  });
});

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

test.each([1, 2, 3])('whatever is accepted, taken back and changed in whatever order (%d): quiet exactly where its figures are those accepted', async (seed) => {
  const throwDie = dice(seed);
  const bench = copy();
  const figures = ['1', '2.50', '=3'];
  const accepted = new Map<string, Map<string, string>>();
  let found = ['a', 'b', 'c'].map((id) => finding(id, figures[0] ?? ''));
  for (let step = 0; step < 25; step++) {
    const one = found[throwDie(found.length)];
    if (!one) throw new Error('none');
    const mine = accepted.get(one.id) ?? new Map<string, string>();
    accepted.set(one.id, mine);
    switch (throwDie(3)) {
      case 0:
        await accept(bench, found, [{ id: one.id, seen: one.seen, reason: `理由${step}` }]);
        if (!mine.has(one.seen)) mine.set(one.seen, `理由${step}`);
        break;
      case 1:
        await unaccept(bench, found, [one.id]);
        mine.delete(one.seen);
        break;
      default:
        found = found.map((each) => (each.id === one.id ? { ...each, seen: figures[throwDie(figures.length)] ?? '' } : each));
    }
    for (const each of found) expect([step, each.id, each.seen, await quietFor(bench, each)]).toEqual([step, each.id, each.seen, accepted.get(each.id)?.get(each.seen) ?? null]);
  }
});
