import { describe, expect, test } from '@jest/globals';
import { parseDefinitions, parseSeedFigures } from '../../src/domain/seedSchema';
import { rawSeed, standardDefinitions } from './support';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A copy of a seed file with the value at a path ("tables.0.name") replaced; undefined takes it away. */
function changed(seed: string, path: string, value: Json | undefined): unknown {
  const copy = rawSeed(seed) as Json;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at: Json = copy;
  for (const key of keys) at = child(at, key);
  if (Array.isArray(at)) at[Number(last)] = value ?? null;
  else if (typeof at === 'object' && at !== null) {
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return copy;
}

function child(parent: Json, key: string): Json {
  const found = Array.isArray(parent) ? parent[Number(key)] : typeof parent === 'object' && parent !== null ? parent[key] : undefined;
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

const definitionFaults = (path: string, value: Json | undefined): readonly string[] => {
  const reading = parseDefinitions(changed('standard', path, value));
  return reading.ok ? [] : reading.problems;
};
const figureFaults = (path: string, value: Json | undefined): readonly string[] => {
  const reading = parseSeedFigures(changed('gunma-2024', path, value), standardDefinitions());
  return reading.ok ? [] : reading.problems;
};

describe('shape', () => {
  test.each([null, 1, 'x', [], {}, { schemaVersion: 1 }])('%j is refused without a crash', (json) => {
    expect(parseDefinitions(json).ok).toBe(false);
    expect(parseSeedFigures(json, standardDefinitions()).ok).toBe(false);
  });

  test.each<[string, Json | undefined, string]>([
    ['schemaVersion', 2, 'schemaVersion: 版が 1 ではありません'],
    ['tables.0.unknown', 1, 'tables[0]: 認識されていないキー: "unknown"'],
    ['tables.1.rows.2.unit', undefined, 'tables[1].rows[2].unit'],
    ['tables.0.rows.0.kind', '月次', 'tables[0].rows[0].kind'],
    ['tables.0.rows.0.total', '総計', 'tables[0].rows[0].total: 合計、平均'],
    ['tables.0.rows.0.total', '=', 'tables[0].rows[0].total'],
    ['tables.0.rows.4.endsAt', '2024-13', 'tables[0].rows[4].endsAt: 年月は 2024-11 の形'],
    ['tables.0.name', '  ', 'tables[0].name'],
    ['kpis.0.conditions', [], 'kpis[0].conditions'],
    ['planRows.0.item', 22, 'planRows[0].item'],
    ['planRows.0.label', 'あ'.repeat(26), 'planRows[0].label'],
  ])('definitions: %s = %j', (path, value, problem) => expect(definitionFaults(path, value).join('\n')).toContain(problem));

  test.each<[string, Json | undefined, string]>([
    ['series.0.months', [1, 2, 3], 'series[0].months'],
    ['series.0.total', true, 'series[0].total'],
    ['ranks.0.rank', 48, 'ranks[0].rank'],
    ['marks.0.mark', '〇', 'marks[0].mark'],
    ['branch', undefined, 'branch'],
  ])('figures: %s = %j', (path, value, problem) => expect(figureFaults(path, value).join('\n')).toContain(problem));
});

describe('what definitions say about each other', () => {
  test.each<[string, Json, string]>([
    ['tables.1.id', 'T01', '表のID「T01」が重複'],
    ['tables.1.name', 'ｻｰﾋﾞｽｽﾀﾝﾀﾞｰﾄﾞ', '表名「サ-ビススタンダ-ド」が重複'],
    ['tables.1.group', '総務', 'T02: グループ「総務」は登録されていません'],
    ['tables.1.rows.1.id', 'T01-01', '項目のID「T01-01」が重複'],
    ['tables.1.rows.1.label', '郵送件数', 'T02 の項目名「郵送件数」が重複'],
    ['tables.1.rows.0.formula', '[郵送件数]/[来訪件数]', 'T02-01 の計算式: 表「郵送化率」に項目「来訪件数」がありません'],
    ['tables.1.rows.0.formula', '[郵送件数]/', 'T02-01 の計算式'],
    ['tables.1.rows.2.formula', '[郵送化率]', '循環'],
    ['tables.1.totalLabel', null, 'T02: 計の欄の見出し'],
    ['tables.0.rows.4.mergedInto', '出産一時金', 'T01-05'],
    ['tables.0.rows.4.mergedInto', '[出産費]', 'T01-05: 表「サービススタンダード」に項目「出産費」がありません'],
    ['tables.0.rows.4.endsAt', null, 'T01-05: 統合先がありますが'],
    ['tables.0.rows.1.follows', '[傷病手当金]', 'T01-02: 「[傷病手当金]」は自分自身'],
    ['tables.5.rows.0.heading', null, 'T06-01: 「年度ごとの行」の表には見出し'],
    ['tables.0.rows.1.total', '計算式', 'T01-02: 計が「計算式」ですが'],
    ['tables.0.rows.0.min', 2, 'T01-01: 下限が上限より'],
    ['kpis.1.id', '1', 'KPIのID「1」が重複'],
    ['kpis.0.conditions.0.id', '1-1', 'KPI 1: 条件が1つのとき'],
    ['kpis.0.conditions.0.actual', '[達成率]', 'KPI 1: '],
    ['kpis.0.conditions.0.actual', '[サービススタンダード.達成度]', 'KPI 1: 表「サービススタンダード」に項目「達成度」がありません'],
    ['kpis.0.conditions.0.actual', 'サービススタンダード.達成率', 'KPI 1: 「サービススタンダード.達成率」'],
    ['kpis.0.conditions.0.actual', '[サービススタンダード.達成率:前年度]', 'KPI 1: 判定する数値に前年度'],
    ['kpis.0.conditions.0.basis', '年1回', 'KPI 1: 基準「年1回」'],
    ['kpis.2.conditions.0.basis', '計', 'KPI 5-1: 計で判定しますが'],
    ['kpis.2.conditions.0.targetFollows', '[査定率.査定率]', 'KPI 5-1: 目標の参照'],
    ['kpis.6.conditions.0.actual', '[実績値.受診率]', 'KPI 10-1: 実績値に「受診率」がありません'],
    ['yearly.1.label', '生活習慣病予防健診受診率', '実績値の名称「生活習慣病予防健診受診率」が重複'],
    ['planRows.0.kpi', '99', 'P01-01: KPI「99」がありません'],
    ['planRows.0.kpi', null, 'KPI 1: 事業計画の行がちょうど1つ必要です'],
    ['planRows.1.kpi', '1', 'KPI 1: 事業計画の行がちょうど1つ必要です'],
    ['planRows.0.tags', [], 'P01-01: KPIの印'],
    ['planRows.0.order', 2, 'P01-01: 表示順'],
    ['planRows.0.owner', '総務', 'P01-01: グループ「総務」'],
    ['planRows.0.others', ['総務'], 'P01-01: グループ「総務」'],
    ['planRows.1.id', 'P01-01', '事業計画の行のID「P01-01」が重複'],
    ['groups.1', '業務', 'グループ「業務」が重複'],
  ])('%s = %j', (path, value, problem) => expect(definitionFaults(path, value).join('\n')).toContain(problem));

  test('every fault is told, not only the first', () => {
    const twoFaults = changed('standard', 'tables.1.group', '総務') as { tables: { id: string }[] };
    twoFaults.tables[2] = { ...twoFaults.tables[2], id: 'T01' };
    const reading = parseDefinitions(twoFaults);
    expect(reading.ok ? [] : reading.problems).toEqual(['表のID「T01」が重複しています', 'T02: グループ「総務」は登録されていません']);
  });
});

describe('what figures say about their definitions', () => {
  const series = (id: string, year: number): string => {
    const seed = rawSeed('gunma-2024') as { series: { row: string; year: number }[] };
    return `series.${seed.series.findIndex((one) => one.row === id && one.year === year)}`;
  };

  test.each<[string, string, Json, string]>([
    ['an unknown row', `${series('T02-01', 2024)}.row`, 'T99-01', 'T99-01 2024年度: この項目は定義されていません'],
    ['a series twice', `${series('T02-01', 2024)}.year`, 2023, '系列「T02-01 2023年度」が重複'],
    ['a year that is not laid out', `${series('T02-01', 2023)}.year`, 2022, 'T02-01 2022年度 この年度は表に置かれません'],
    ['a row of ours', `${series('T03-01', 2024)}.row`, 'T03-05', 'T03-05 2024年度 原資料に印刷されていない'],
    ['text for a number', `${series('T02-02', 2024)}.months.0`, '541', '4月の「541」: 数値ではありません'],
    ['a duration with a point', `${series('T17-01', 2023)}.months.5`, '3.46', '9月の「3.46」: 時間は'],
    ['60 minutes', `${series('T17-01', 2023)}.months.5`, '3:60', '9月の「3:60」'],
    ['a date of another month', `${series('T07-01', 2024)}.months.9`, '2024-01-15', '1月の「2024-01-15」: 2025-01 の日付'],
    ['a day that does not exist', `${series('T07-01', 2024)}.months.10`, '2025-02-30', '2月の「2025-02-30」'],
    ['a month after the end', `${series('T01-05', 2024)}.months.4`, 0, '8月の「0」: 2024-07 で終了'],
    ['a quarterly figure in April', `${series('T16-03', 2024)}.months.0`, 0.5, '4月の「0.5」: 6・9・12・3月だけ'],
    ['a total where there is none', `${series('T09-01', 2024)}.total`, 0.0007, 'T09-01 2024年度 計'],
    ['a number of dates as text', `${series('T07-01', 2024)}.total`, '4', 'T07-01 2024年度 計'],
    ['a mean of durations as a number', `${series('T17-01', 2024)}.total`, 2.27, 'T17-01 2024年度 計'],
    ['an unknown yearly figure', 'yearly.0.id', 'Y99', '実績値「Y99」は定義されていません'],
    ['an unreadable 時点', 'yearly.0.asOf', '夏ごろ', '時点「夏ごろ」'],
    ['a 時点 without a year', 'yearly.0.asOf', '7月', '時点「7月」'],
    ['a rank of no KPI', 'ranks.0.kpi', '99', '全国順位: KPI「99」'],
    ['a rank twice', 'ranks.0.kpi', '2', '全国順位「2」が重複'],
    ['a mark of no plan row', 'marks.0.planRow', 'P99', '実施状況: 事業計画の行「P99」がありません'],
    ['a mark of a KPI row', 'marks.0.planRow', 'P01-01', '実施状況: P01-01 はKPIの行'],
  ])('%s', (_, path, value, problem) => expect(figureFaults(path, value).join('\n')).toContain(problem));
});
