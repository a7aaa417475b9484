import { isUnit, splitYear } from './lineLabel';
import { textAt, type Matrix, type Span } from './matrix';
import type { MonthHeader } from './monthHeader';
import { runsOn } from './surroundings';
import { isLabelWord } from './words';

/**
 * The positions that name a table's lines, among those before its months: back to its first label, over the empty cells that merged
 * ones leave. Past a label, a gap ends them unless texts of the header or of the first line follow: a group's label in merged cells
 * is part of the table, somebody's cells beside it are not. `lines` are the first of the table's.
 */
export function labelSpan(matrix: Matrix, header: MonthHeader, lines: readonly number[]): Span {
  const { from, to } = header.labels;
  let first = to + 1;
  let labelled = false;
  let gap = false;
  for (let position = to; position >= from; position--) {
    const texts = [header.line, ...lines].map((line) => textAt(matrix, line, position));
    if (texts.every((text) => text === '')) {
      gap ||= labelled;
      continue;
    }
    if (gap && !mayBelong(matrix, header, lines, position, { from: first, to })) break;
    gap = false;
    first = position;
    labelled ||= texts.some((text) => text !== '' && !isUnit(text));
  }
  return first > to ? header.labels : { from: first, to };
}

/** Whether texts past a gap belong to a table whose labels so far are `known`. */
function mayBelong(matrix: Matrix, header: MonthHeader, lines: readonly number[], position: number, known: Span): boolean {
  const isText = (line: number): boolean => textAt(matrix, line, position) !== '';
  const own = [header.line, ...lines];
  if (own.some((line) => typeof matrix.at(line, position) !== 'string') || !own.slice(0, 2).some(isText) || runsOn(matrix, header, lines, position)) return false;
  const named = lines.filter((line) => labelsIn(matrix, line, known).length > 0);
  // A group begins where a label does. Lines that tell a year alone may have their labels here, unless their heading names them.
  return named.length > 0 ? lines.filter(isText).every((line) => named.includes(line)) : labelsIn(matrix, header.line, known).every(isLabelWord);
}

/** What the cells of a line say besides years and units. */
const labelsIn = (matrix: Matrix, line: number, { from, to }: Span): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => textAt(matrix, line, from + index)).filter((text) => text !== '' && !isUnit(text)).map((text) => splitYear(text).rest).filter((text) => text !== '');
