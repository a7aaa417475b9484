import { areaA1, cellA1 } from '../plan/a1';
import { isDuration } from '../domain/formatFigure';
import { printedDecimals } from '../domain/rounding';
import { CHART_ROWS, lineArea, SIDES, type Charted } from './summaryCharts';
import { targetCell } from './summaryKpis';
import { lastLine, sentenceCell } from './summaryReasons';
import { BLANK, COLUMN, heading, MONTHS, type RowOf, type SummaryRow } from './summaryRows';
import { differenceKey } from './summaryTables';

/** The rows of the charts: above each line of charts what they show, in words that follow the figures. */

/** Full-width characters that fit above a chart. */
const WIDTH = 68;
const PARTS = 3;

export const captionKey = (line: number, part: number): string => `図:${line + 1}:${part + 1}`;
/** The first row under the captions. */
export const chartRowOf = (rowOf: RowOf) => (line: number): number => rowOf(captionKey(line, PARTS - 1)) + 1;

/** `hasRow`: whether a row of the printed part is there. */
export function chartRows(charted: readonly Charted[], hasRow: (key: string) => boolean): SummaryRow[] {
  if (charted.length === 0) return [];
  const lines = Array.from({ length: Math.ceil(charted.length / SIDES.length) }, (_, line) => charted.slice(line * SIDES.length, (line + 1) * SIDES.length));
  return [
    heading('section', [[COLUMN.label, 'グラフ']]),
    ...lines.flatMap((abreast, line) => [
      ...Array.from({ length: PARTS }, (_, part): SummaryRow => ({
        key: captionKey(line, part), look: 'caption',
        cells: (_row, rowOf) => abreast.map((one, side) => [SIDES[side === 0 ? 0 : 1].column, { formula: `=${caption(one, part, rowOf, hasRow)}` }] as const),
      })),
      ...Array.from({ length: CHART_ROWS }, () => BLANK),
    ]),
  ];
}

/** A long sentence takes the second line, and what the months say the line after it. */
function caption(one: Charted, part: number, rowOf: RowOf, hasRow: (key: string) => boolean): string {
  const sentence = sentenceCell(rowOf, one.condition.id);
  const isLong = `LEN(${sentence})>${WIDTH}`;
  const months = ofMonths(one, rowOf, hasRow);
  if (part === 0) return `MID(${sentence},1,${WIDTH})`;
  return part === 1 ? `IF(${isLong},${lastLine(sentence, WIDTH, WIDTH)},${months})` : `IF(${isLong},${months},"")`;
}

/** In how many months the target was reached, of a rate of the month; and in how many the year before was bettered. */
function ofMonths(one: Charted, rowOf: RowOf, hasRow: (key: string) => boolean): string {
  const { row, condition } = one;
  const unit = row.kind === '四半期' ? '回' : 'か月';
  const counted = (what: string, all: string, good: string): string => `IF(${all}=0,"",${`"${what}: "&${all}&"${unit}のうち"&${good}&"${unit}　"`})`;
  const parts: string[] = [];
  if (row.kind === '率' && condition.direction !== '範囲内' && !isDuration(condition.format)) {
    const figures = areaA1(lineArea(one, '今年度', rowOf));
    const [target, digits] = [targetCell(rowOf(condition.id)), printedDecimals(condition.format)];
    // At the printed precision, half a unit away from the target.
    const half = (5 * 10 ** -(digits + 1)).toFixed(digits + 1);
    const limit = condition.direction === '以上' ? `">="&(ROUND(${target},${digits})-${half})` : `"<"&(ROUND(${target},${digits})+${half})`;
    parts.push(`IF(ISNUMBER(${target}),${counted('目標に届いた月', `COUNT(${figures})`, `COUNTIF(${figures},${limit})`)},"")`);
  }
  if (hasRow(differenceKey(row)) && condition.direction !== '範囲内') {
    const line = rowOf(differenceKey(row));
    const months = `${cellA1(line, COLUMN.firstMonth)}:${cellA1(line, COLUMN.firstMonth + MONTHS - 1)}`;
    parts.push(counted('前年同月より良かった月', `COUNT(${months})`, `COUNTIF(${months},"${condition.direction === '以上' ? '>' : '<'}0")`));
  }
  return parts.length === 0 ? '""' : parts.join('&');
}
