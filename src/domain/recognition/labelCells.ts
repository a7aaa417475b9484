import { textAt, type Matrix, type Span } from './matrix';
import { isAsideWord, isLabelWord, isNumberWord } from './words';

/**
 * The texts of a line's label cells. Cells under a heading of numbers, targets and the like name nothing; a number is a count, unless
 * it is a year.
 */
export function labelTexts(matrix: Matrix, header: { readonly line: number; readonly labels: Span }, line: number): string[] {
  const { from, to } = header.labels;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).map((position) => {
    const heading = textAt(matrix, header.line, position);
    const mayBeYear = position === from || heading === '' || isLabelWord(heading);
    return !isAside(matrix, header, position) && isText(matrix.at(line, position), mayBeYear) ? textAt(matrix, line, position) : '';
  });
}

/** Whether the cells of a position say something besides what the lines are called. */
export function isAside(matrix: Matrix, { line, labels }: { readonly line: number; readonly labels: Span }, at: number): boolean {
  // A heading in merged cells may stand a line above the months.
  const heading = (position: number): string => textAt(matrix, line, position) || textAt(matrix, line - 1, position);
  if (isNumberWord(heading(at))) return at < labels.to;
  return isAsideWord(heading(at)) && Array.from({ length: at - labels.from }, (_, index) => labels.from + index).some((before) => !isNumberWord(heading(before)));
}

const isText = (content: string | number | boolean, mayBeYear: boolean): boolean =>
  typeof content === 'string' || (typeof content === 'number' && mayBeYear && Number.isInteger(content) && content >= 1950 && content <= 2100);

/** The texts with those of the line above in the empty cells before them: a label in merged cells stands in the first of its lines only. */
export const carriedOn = (texts: readonly string[], above: readonly string[]): string[] =>
  texts.map((text, index) => (text !== '' || texts.slice(0, index).some((left) => left !== '') ? text : (above[index] ?? '')));
