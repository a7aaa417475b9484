import { textAt, type Matrix, type Span } from './matrix';
import { readMonthHeading, yearAboveApril, yearOfMonths, type MonthHeading } from './monthHeading';
import { isSubtotalWord, isTotalWord } from './words';

/** A heading beside the months. */
export interface Heading {
  readonly position: number;
  readonly text: string;
}

/** A line that heads a table: twelve months in fiscal order, whatever stands between them. */
export interface MonthHeader {
  readonly line: number;
  /** Position of each month, April first. */
  readonly months: readonly number[];
  /** Positions whose cells name the lines; of a second table along the line that has none of its own, those of the first. */
  readonly labels: Span;
  /** Headings between the months and behind them, up to the next table along the line. */
  readonly between: readonly Heading[];
  readonly after: readonly Heading[];
  /** The fiscal year told by the months or by the line above them. */
  readonly year: number | null;
  /** The months are bare numbers. */
  readonly bare: boolean;
}

/** First position of a table's labels to the last of its headings. */
export function extentOf(header: MonthHeader): Span {
  return { from: header.labels.from, to: Math.max(...header.months, ...header.after.map((heading) => heading.position)) };
}

const JANUARY = 9;

interface Run {
  readonly positions: readonly number[];
  readonly headings: readonly MonthHeading[];
}

/** Every run of twelve months along a line; `span` limits where to look. Two tables may stand side by side. */
export function findMonthHeaders(matrix: Matrix, line: number, span: Span = { from: 0, to: matrix.positions - 1 }): MonthHeader[] {
  const runs = findRuns(matrix, line, span);
  const headers: MonthHeader[] = [];
  runs.forEach((run, index) => {
    const first = run.positions[0] ?? 0;
    const last = run.positions.at(-1) ?? 0;
    const before = headers.at(-1);
    const floor = before ? Math.max(...before.months, ...before.after.map((heading) => heading.position)) + 1 : span.from;
    const labels = floor < first ? { from: floor, to: first - 1 } : before?.labels;
    if (!labels) return;
    const next = runs[index + 1]?.positions[0] ?? span.to + 1;
    headers.push({
      line,
      months: run.positions,
      labels,
      between: headingsIn(matrix, line, { from: first, to: last }).filter((heading) => !run.positions.includes(heading.position)),
      after: behind(matrix, line, last + 1, next - 1, next <= span.to),
      year: yearOfMonths(run.headings) ?? (line > 0 ? yearAboveApril(matrix.at(line - 1, first)) : null),
      bare: run.headings.every((heading) => heading.bare),
    });
  });
  return headers;
}

function findRuns(matrix: Matrix, line: number, span: Span): Run[] {
  const runs: Run[] = [];
  let positions: number[] = [];
  let headings: MonthHeading[] = [];
  // Months side by side that begin with January are a calendar year, whose April begins nothing.
  let chain = { position: -2, month: -1, first: -1 };
  for (let position = span.from; position <= span.to; position++) {
    const heading = readMonthHeading(matrix.at(line, position));
    if (!heading) continue;
    const goesOn = chain.position === position - 1 && (chain.month + 1) % 12 === heading.month;
    chain = { position, month: heading.month, first: goesOn ? chain.first : heading.month };
    if (heading.month !== positions.length) {
      positions = [];
      headings = [];
    }
    if (positions.length === 0 && (heading.month !== 0 || chain.first === JANUARY)) continue;
    positions.push(position);
    headings.push(heading);
    if (positions.length < 12) continue;
    runs.push({ positions, headings });
    positions = [];
    headings = [];
  }
  return runs;
}

function headingsIn(matrix: Matrix, line: number, span: Span): Heading[] {
  const found: Heading[] = [];
  for (let position = span.from; position <= span.to; position++) {
    const text = textAt(matrix, line, position);
    if (text !== '') found.push({ position, text });
  }
  return found;
}

/** Headings behind the months, up to a gap; a total may stand behind one. Where another table follows along the line, what does not speak of totals belongs to its labels. */
function behind(matrix: Matrix, line: number, from: number, to: number, another: boolean): Heading[] {
  const headings: Heading[] = [];
  for (let position = from; position <= to; position++) {
    const text = textAt(matrix, line, position);
    if (text === '' && !isTotalWord(textAt(matrix, line, position + 1))) break;
    if (text !== '') headings.push({ position, text });
  }
  if (!another) return headings;
  const stranger = headings.findIndex((heading) => !isSubtotalWord(heading.text));
  return stranger < 0 ? headings : headings.slice(0, stranger);
}
