import { describe, expect, test } from '@jest/globals';
import { look } from '../../src/jobs/look';
import { FEBRUARY, JULY, judgedOnce, MARCH, planCell, posted } from '../support/judgedOnce';
import { Bench } from '../support/laidOut';

const fresh = judgedOnce();

describe('今後改善すべき点', () => {
  const TEXT = '郵送の案内を全事業所へ送付する。';
  const notice = (bench: Bench): unknown => bench.cell('事業計画', planCell(bench, '2', 'notice')).value;

  test('is a draft while the month moves on and nobody changes it; the text itself stays', async () => {
    const bench = fresh();
    await bench.type('事業計画', planCell(bench, '2', 'progress'), { value: TEXT });
    expect(notice(bench)).toBe('');
    await bench.evaluate(FEBRUARY);
    expect(notice(bench)).toBe('');
    await bench.evaluate(MARCH);
    expect(notice(bench)).toBe('2月末時点の文です。3月末の内容に直してください。');
    expect(bench.cell('事業計画', planCell(bench, '2', 'progress')).value).toBe(TEXT);
    expect((await bench.evaluate(MARCH)).changed).toBe(false);
    await bench.type('事業計画', planCell(bench, '2', 'progress'), { value: `${TEXT}3月は全件。` });
    expect(notice(bench)).toBe('');
    await bench.evaluate(MARCH);
    expect(notice(bench)).toBe('');
  });

  test('written after an evaluation it is of that month', async () => {
    const bench = fresh();
    await bench.type('事業計画', planCell(bench, '2', 'progress'), { value: TEXT });
    await bench.evaluate(MARCH);
    expect(notice(bench)).toBe('2月末時点の文です。3月末の内容に直してください。');
  });

  test('judged at an earlier month again, a later text is no draft; beside ○ nothing is asked', async () => {
    const bench = fresh();
    await bench.type('事業計画', planCell(bench, '2', 'progress'), { value: TEXT });
    await bench.type('事業計画', planCell(bench, '1', 'progress'), { value: TEXT });
    await bench.evaluate(FEBRUARY);
    await bench.evaluate(FEBRUARY - 1);
    expect(notice(bench)).toBe('');
    await bench.evaluate(MARCH);
    expect(bench.cell('事業計画', planCell(bench, '1', 'notice')).value).toBe('');
  });
});

describe('the pane', () => {
  test('is told of a KPI’s lines, the latest first, of its corrections and its draft, with one more request in all', async () => {
    const bench = fresh();
    await bench.type('事業計画', planCell(bench, '2', 'progress'), { value: '案内を送付する。' });
    await bench.type('業務', posted(bench, JULY), { value: 6_000 });
    await bench.evaluate(MARCH);
    const before = bench.gateway.requests;
    const seen = await look(bench.context, 2024, new Date(2025, 3, 21));
    const read = bench.gateway.requests;
    expect(read - before).toBeLessThanOrEqual(2);
    const history = await seen.history('2');
    await seen.history('13');
    expect(bench.gateway.requests - read).toBe(1);
    expect(history.evaluations.map(({ month, mark }) => [month, mark])).toEqual([[MARCH, '△'], [FEBRUARY, '△']]);
    expect(history.evaluations[0]).toMatchObject({ target: '95.0％', changes: expect.stringContaining('判定月 2月 → 3月、実績 94.3％ → ') });
    expect(history.corrections.map(({ text }) => text)).toEqual([expect.stringMatching(/^郵送化率／郵送件数 2024年度7月: 6,\d{3}件 → 6,000件$/)]);
    expect(history.writing).toEqual({ of: '令和7年2月末', now: '令和7年3月末' });
    expect((await seen.history('13')).corrections).toEqual([]);
    expect((await seen.history('5-1')).writing).toBe('missing');
  });

  test('has nothing to tell before the first evaluation, and asks for nothing more', async () => {
    const bench = new Bench();
    await bench.layout();
    const seen = await look(bench.context, 2024, new Date(2025, 3, 21));
    const before = bench.gateway.requests;
    expect(await seen.history('2')).toEqual({ evaluations: [], corrections: [], writing: null, place: null });
    expect(bench.gateway.requests).toBe(before);
  });
});
