import type { FoundLine, FoundTable } from './foundTable';
import { totalEvidence } from './totals';
import { isAsideWord, isPersonWord, isWeekday, PLAN_WORDS } from './words';

/** How surely something is a table of figures, 0 to 1, and why, in sentences for a clerk. */
export interface Assessment {
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** A finding of at least this is bound where nobody was asked. */
export const SURE = 0.7;

/** Weighs what speaks for and against a table of figures. `name`: of its sheet. The weights add up to 1 where everything speaks for it. */
export function assess(table: FoundTable, name: string): Assessment {
  const reasons: string[] = [];
  let confidence = 0;
  const weigh = (weight: number, reason: string): void => {
    confidence += weight;
    reasons.push(reason);
  };
  if (table.header.bare) weigh(0.25, '見出しに 4〜3 の数字が年度の順に並んでいます。');
  else weigh(0.4, '見出しに4月〜3月が年度の順に並んでいます。');
  weighLines(table, weigh);
  if (table.totalLabel !== null) weighTotals(table, weigh);
  if (table.yearSource !== 'none') weigh(0.1, `年度を${YEAR_WORDS[table.yearSource]}から読み取りました。`);
  weighDoubts(table, name, weigh);
  return { confidence: Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100, reasons };
}

const YEAR_WORDS = { header: '表の見出し', months: '月の見出し', title: '表題', sheet: 'シート名', lines: '行の名前' } as const;

type Weigh = (weight: number, reason: string) => void;

function weighLines({ lines, totalLabel }: FoundTable, weigh: Weigh): void {
  const cells = lines.flatMap((line) => line.cells);
  const figures = cells.filter((cell) => cell.kind === 'figure').length;
  const texts = cells.filter((cell) => cell.kind === 'text').length;
  if (figures === 0) {
    // Only figures have a total or a unit.
    const meant = totalLabel !== null || lines.some((line) => line.unit !== null);
    weigh(lines.length === 0 ? -0.4 : meant ? 0.15 : 0.1, '数値がまだ入っていません。');
    return;
  }
  const share = figures / (figures + texts);
  if (share >= 0.95) weigh(0.35, `月の欄に数値が${figures}個あります。`);
  else if (share >= 0.7) weigh(0.2, `月の欄に数値が${figures}個、数値として読めないものが${texts}個あります。`);
  else weigh(-0.3, `月の欄の多くが数値ではありません（${texts}個）。`);
}

function weighTotals(table: FoundTable, weigh: Weigh): void {
  const proved = table.lines.filter((line) => totalEvidence(line) !== null).length;
  if (proved > 0) weigh(0.15, `「${table.totalLabel ?? ''}」の欄が${proved}行で月の合計または平均と一致します。`);
  else weigh(0.05, `「${table.totalLabel ?? ''}」の欄があります。`);
}

function weighDoubts(table: FoundTable, name: string, weigh: Weigh): void {
  const words = [table.corner, ...table.titles.slice(0, 2), name];
  const plan = words.find((word) => PLAN_WORDS.test(word));
  if (plan !== undefined) weigh(-0.3, `「${plan}」とあるため、予定や名簿の表かもしれません。`);
  if (isAsideWord(table.below)) weigh(-0.4, `月の下に「${table.below}」とあり、実績の欄ではないようです。`);
  if (isPersonWord(table.corner)) weigh(-0.4, `行が「${table.corner}」ごとになっています。`);
  const days = table.lines.filter((line) => isWeekday(line.label) || /^\d{1,2}日?$/.test(line.label.normalize('NFKC'))).length;
  if (days > table.lines.length / 2) weigh(-0.5, '行が日や曜日ごとになっています。');
  if (table.lines.length > 1 && table.lines.every(isCounting)) weigh(-0.5, '数値がどの行も日付や番号の並びになっています。');
  if (table.lines.length > 1 && table.lines.every(isMarking) && table.lines.some((line) => line.cells.some((cell) => cell.kind === 'figure'))) weigh(-0.3, '数値が 1 だけなので、印かもしれません。');
  if (table.lines.every((line) => line.label === '' && line.year === null) && table.corner === '' && table.titles.length === 0) weigh(-0.3, '項目名が見つかりません。');
}

/** A line of 1 here and there and nothing else, as a plan of tasks has it: a count of cases has 0 too. */
function isMarking(line: FoundLine): boolean {
  const figures = line.cells.filter((cell) => cell.kind === 'figure');
  return figures.length < 12 && figures.every((cell) => cell.value === 1);
}

/** A line of the same whole number twelve times, as the rows of a calendar of days are. */
function isCounting(line: FoundLine): boolean {
  const values = line.cells.flatMap((cell) => (cell.kind === 'figure' ? [cell.value] : []));
  return values.length >= 7 && values.every((value) => Number.isInteger(value) && value >= 1 && value <= 31 && value === values[0]);
}
