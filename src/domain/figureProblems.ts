import type { Definitions, RowDefinition } from './definitions';
import { repeated } from './definitionProblems';
import { bearsMonth, hasEnded } from './due';
import type { SeedFigure, SeedFigures, SeedSeries } from './figures';
import { calendarMonth, calendarYear, isCalendarDate, isSerialIn, monthLabel, parseMonthWord, serialOfDate } from './fiscalYear';
import { expectationOf } from './readFigure';
import { yearsOf } from './series';

/** What in a file of figures contradicts its definitions, one sentence each, with the row and year it concerns. */
export function figureProblems(figures: SeedFigures, definitions: Definitions): string[] {
  const rows = new Map(definitions.tables.flatMap((table) => table.rows.map((row) => [row.id, row])));
  const yearlyIds = definitions.yearly.map((figure) => figure.id);
  const kpiIds = definitions.kpis.map((kpi) => kpi.id);
  return [
    ...repeated(figures.series.map((series) => `${series.row} ${series.year}年度`), '系列'),
    ...figures.series.flatMap((series) => seriesProblems(series, rows.get(series.row), figures.fiscalYear)),
    ...repeated(figures.yearly.map((line) => `${line.id} ${line.year}年度`), '実績値'),
    ...figures.yearly.filter((line) => !yearlyIds.includes(line.id)).map((line) => `実績値「${line.id}」は定義されていません`),
    ...repeated(figures.ranks.map((line) => line.kpi), '全国順位'),
    ...figures.ranks.filter((line) => !kpiIds.includes(line.kpi)).map((line) => `全国順位: KPI「${line.kpi}」は定義されていません`),
    ...repeated(figures.indicators.map((line) => line.id), '業績評価'),
    ...figures.indicators.flatMap((line) => indicatorProblems(line.id, definitions)),
    ...[...figures.yearly, ...figures.ranks, ...figures.indicators].flatMap((line) => asOfProblems(line.asOf)),
    ...repeated(figures.marks.map((line) => line.planRow), '実施状況'),
    ...figures.marks.flatMap((line) => markProblems(line.planRow, definitions)),
  ];
}

function seriesProblems(series: SeedSeries, row: RowDefinition | undefined, fiscalYear: number): string[] {
  const place = `${series.row} ${series.year}年度`;
  if (!row) return [`${place}: この項目は定義されていません`];
  const problems = series.months.flatMap((figure, month) => {
    const problem = figure === null ? null : monthProblem(figure, month, series.year, row);
    return problem === null ? [] : [`${monthLabel(month)}の「${String(figure)}」: ${problem}`];
  });
  if (!yearsOf(row, fiscalYear).includes(series.year)) problems.push('この年度は表に置かれません');
  if (!row.printed) problems.push('原資料に印刷されていない項目です');
  if (series.total !== null && !isTotal(series.total, row)) problems.push(`計「${String(series.total)}」が項目の定義と合いません`);
  return problems.map((problem) => `${place} ${problem}`);
}

/** Why a month's figure cannot be; null: nothing speaks against it. */
function monthProblem(figure: number | string, month: number, year: number, row: RowDefinition): string | null {
  const calendar = `${calendarYear(year, month)}-${String(calendarMonth(month)).padStart(2, '0')}`;
  if (hasEnded(row, year, month)) return `${row.endsAt} で終了した項目です`;
  if (!bearsMonth(row, month)) return '6・9・12・3月だけの項目です';
  switch (expectationOf(row, year).form) {
    case 'date':
      return isDateIn(figure, year, month) ? null : `${calendar} の日付（YYYY-MM-DD）ではありません`;
    case 'duration':
      return isDuration(figure) ? null : '時間は "3:46" の形で書いてください';
    case 'number':
    case 'rate':
      return typeof figure === 'number' ? null : '数値ではありません';
  }
}

const isDuration = (figure: SeedFigure): boolean => typeof figure === 'string' && /^\d+:[0-5]\d$/.test(figure);

function isDateIn(figure: number | string, fiscalYear: number, month: number): boolean {
  const [, ...parts] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(figure)) ?? [];
  const [year, calendar, day] = parts.map(Number);
  if (year === undefined || calendar === undefined || day === undefined || !isCalendarDate(year, calendar, day)) return false;
  return isSerialIn(serialOfDate(year, calendar, day), fiscalYear, month);
}

/** A number of dates is a number; any other total is of its months' kind. */
function isTotal(total: number | string, row: RowDefinition): boolean {
  if (row.total === 'なし') return false;
  return row.unit === '時間' ? isDuration(total) : typeof total === 'number';
}

const asOfProblems = (asOf: string | null): string[] =>
  asOf === null || parseMonthWord(asOf)?.year != null ? [] : [`時点「${asOf}」が読み取れません（例: R7.7）`];

function markProblems(id: string, { planRows }: Definitions): string[] {
  const row = planRows.find((candidate) => candidate.id === id);
  if (!row) return [`実施状況: 事業計画の行「${id}」がありません`];
  return row.kpi === null ? [] : [`実施状況: ${id} はKPIの行のため、判定に任せます`];
}

function indicatorProblems(id: string, { indicators }: Definitions): string[] {
  const indicator = indicators.find((candidate) => candidate.id === id);
  if (!indicator) return [`業績評価「${id}」は定義されていません`];
  return indicator.kpi !== null || indicator.actual !== null ? [`業績評価「${id}」はKPIや表の数値を使うため、入力できません`] : [];
}
