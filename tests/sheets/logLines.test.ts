import { describe, expect, test } from '@jest/globals';
import { buildCatalog } from '../../src/domain/catalog';
import type { KpiCondition } from '../../src/domain/definitions';
import { NOTHING } from '../../src/domain/actual';
import type { ConditionJudgement } from '../../src/domain/judgement';
import type { StatusMark } from '../../src/domain/marks';
import { measuresOf } from '../../src/domain/measures';
import { lineHeight } from '../../src/sheets/history/lineHeight';
import { logChange, type JudgedKpi } from '../../src/sheets/history/logLines';
import { LOG_SHEET, type LogKey } from '../../src/sheets/history/logSheet';
import { textMonth } from '../../src/sheets/planTexts';
import type { CellContent } from '../../src/plan/snapshot';
import type { RecordLine } from '../../src/sheets/recordTable';
import { STANDARD } from '../support/laidOut';

const catalog = buildCatalog(STANDARD);
const [FEBRUARY, MARCH] = [10, 11];
const kpiOf = (id: string) => { const kpi = STANDARD.kpis.find((one) => one.id === id); if (!kpi) throw new Error(id); return kpi; };

interface Said { readonly actual?: number | null; readonly target?: number | null; readonly upper?: number; readonly mark?: StatusMark; readonly manual?: StatusMark; readonly manualReason?: string; readonly reason?: string }

function judged(id: string, { actual = 0.943, target = 0.95, upper, mark = '△', manual, manualReason = '', reason = '理由。' }: Said = {}): JudgedKpi {
  const kpi = kpiOf(id);
  const conditions = kpi.conditions.map((condition: KpiCondition): ConditionJudgement => ({
    condition, actual: { ...NOTHING, value: actual, asOfSentence: '令和7年3月末現在' }, previous: NOTHING, target: { value: target, upper: upper ?? null, why: '', warnings: [] }, threshold: null, mark, reason, warnings: [],
  }));
  return { judgement: { kpi, mark, reason, conditions }, manual: manual ?? null, manualReason };
}

/** The line that an evaluation wrote, as it is read again. */
function lineOf(contents: Partial<Record<LogKey, unknown>>): RecordLine<LogKey> {
  const value = (key: LogKey): CellContent => { const content = contents[key]; return typeof content === 'number' || typeof content === 'string' ? content : ''; };
  return { row: 4, value, text: (key) => String(value(key)), cell: () => 'A5' };
}
const written = (kpi: JudgedKpi, year = 2024, asOf = FEBRUARY): RecordLine<LogKey> => lineOf(logChange({ catalog }, kpi, null, year, asOf)?.line.contents ?? {});
const change = (before: JudgedKpi, after: JudgedKpi, asOf = FEBRUARY, year = 2024) => logChange({ catalog }, after, written(before), year, asOf);

describe('a line of the log', () => {
  test.each<[string, Said]>([
    ['the same', {}],
    ['an actual that prints alike', { actual: 0.9434 }],
    ['a target that prints alike', { target: 0.95001 }],
  ])('is not written for %s', (_, after) => expect(change(judged('2'), judged('2', after))).toBeNull());

  test.each<[string, Said, Said, string, string | null]>([
    ['the actual', {}, { actual: 0.951 }, '実績 94.3％ → 95.1％', null],
    ['an actual that comes', { actual: null, mark: '－' }, { mark: '△' }, '判定（自動） － → △、実績 なし → 94.3％', '郵送化率: － → △（実績 なし → 94.3％）'],
    ['an actual that goes', {}, { actual: null }, '実績 94.3％ → なし', null],
    ['the target', {}, { target: 0.96 }, '目標 95.0％ → 96.0％', null],
    ['a band', {}, { target: 0.9, upper: 0.95 }, '目標 95.0％ → 90.0％〜95.0％', null],
    ['the mark', {}, { mark: '○', actual: 0.951 }, '判定（自動） △ → ○、実績 94.3％ → 95.1％', '郵送化率: △ → ○（実績 94.3％ → 95.1％）'],
    ['a mark by hand', {}, { manual: '□', manualReason: '年度末' }, '判定（手動） なし → □、手動の理由', '郵送化率: △ → □（判定（手動） なし → □）'],
    ['a mark by hand taken back', { manual: '□', manualReason: '年度末' }, {}, '判定（手動） □ → なし、手動の理由', '郵送化率: □ → △（判定（手動） □ → なし）'],
    ['the automatic mark below one by hand', { manual: '□' }, { manual: '□', mark: '○' }, '判定（自動） △ → ○', null],
    ['the reason by hand', { manual: '□', manualReason: '年度末' }, { manual: '□', manualReason: '年度末に行う' }, '手動の理由', null],
    ['the reason alone', {}, { reason: '別の理由。' }, '判定理由の文', null],
  ])('tells %s', (_, before, after, changes, markWords) => {
    const found = change(judged('2', before), judged('2', after));
    expect([found?.line.contents.changes, found?.markWords]).toEqual([changes, markWords]);
  });

  test('tells the month, and the year with it where that is another', () => {
    expect(change(judged('2'), judged('2'), MARCH)?.line.contents.changes).toBe('判定月 2月 → 3月');
    expect(change(judged('2'), judged('2'), FEBRUARY, 2025)?.line.contents.changes).toBe('判定月 2024年度2月 → 2025年度2月');
  });

  test('bears the figure as a number where there is one condition, and in words where there are several', () => {
    const { line } = logChange({ catalog }, judged('2'), null, 2024, MARCH) ?? {};
    expect([line?.contents.actual, line?.formats]).toEqual([0.943, { target: '0.0%', actual: '0.0%' }]);
    const both = logChange({ catalog }, judged('18', { actual: 0.5617, target: null }), null, 2024, MARCH)?.line;
    expect(both?.contents.actual).toMatch(/^カバー率 56.17％／委嘱事業所数 /);
    expect(both?.contents.target).toBe('カバー率 なし／委嘱事業所数 なし');
    expect(both?.formats).toEqual({});
  });

  test.each([['短い', 20], ['あ'.repeat(60), 54], ['あ'.repeat(5_000), 409], ['一\n二', 37]])('is as high as its texts need', (reason, points) => {
    expect(lineHeight(LOG_SHEET, { reason })).toBe(points);
  });
});

describe('the figures behind the KPIs', () => {
  const measures = measuresOf(STANDARD.kpis, catalog, 2024);
  const labels = (kpi: string): string[] => measures.filter((one) => one.kpis.includes(kpi)).map(({ id, year }) => `${catalog.rows.get(id)?.definition.label ?? id} ${year}`);

  test.each([
    ['郵送化率', ['郵送件数 2024', '窓口件数 2024', '郵送件数 2023', '窓口件数 2023']],
    ['サービススタンダード達成率', ['達成率 2024', '達成率 2023']],
    ['一者応札の割合', ['一者応札 2024', '一般競争 2024', '一者応札 2023', '一般競争 2023']],
    ['健康保険委員', ['カバー率 2024', 'カバー率 2023', '委嘱事業所数 2024', '委嘱事業所数 2023']],
  ])('of %s are those that people type, of this year and the last', (kpi, expected) => expect(labels(kpi)).toEqual(expected));

  test('take in the yearly figures, and no row twice', () => {
    expect(measures.filter((one) => one.kind === 'yearly').map(({ id, year }) => `${id} ${year}`)).toContain('Y10-1 2024');
    expect(new Set(measures.map((one) => one.key)).size).toBe(measures.length);
  });
});

test.each<[string, number | null, string]>([
  ['', null, '令和7年3月末'],
  ['', MARCH, '令和7年3月末'],
  ['', FEBRUARY, '令和7年2月末'],
  ['令和6年12月末', FEBRUARY, '令和6年12月末'],
])('a text known as of %p, judged before at %p, is of %s', (known, before, expected) => expect(textMonth(known, { year: 2024, asOf: MARCH, before })).toBe(expected));
