import { textAt, type Matrix, type Span } from './matrix';

/** The texts of a line's label cells; a number there is a count of lines, unless it is a year. */
export function labelTexts(matrix: Matrix, line: number, labels: Span): string[] {
  const texts: string[] = [];
  for (let position = labels.from; position <= labels.to; position++) {
    const content = matrix.at(line, position);
    const counts = typeof content === 'number' && !(Number.isInteger(content) && content >= 1950 && content <= 2100);
    texts.push(counts || typeof content === 'boolean' ? '' : textAt(matrix, line, position));
  }
  return texts;
}

/** The texts with those of the line above in the empty cells before them: a label in merged cells stands in the first of its lines only. */
export const carriedOn = (texts: readonly string[], above: readonly string[]): string[] =>
  texts.map((text, index) => (text !== '' || texts.slice(0, index).some((left) => left !== '') ? text : (above[index] ?? '')));
