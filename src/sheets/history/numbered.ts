import type { RecordLine } from '../recordTable';

/** A line's number; 0 where somebody took it away. */
function numberOf(line: RecordLine<'number'>): number {
  const number = line.value('number');
  return typeof number === 'number' ? number : 0;
}

/** The latest lines first, however people have sorted them. */
export const latestFirst = <L extends RecordLine<'number'>>(lines: readonly L[]): L[] => [...lines].sort((a, b) => numberOf(b) - numberOf(a) || b.row - a.row);

/** The number of the next line. */
export const nextNumber = (lines: readonly RecordLine<'number'>[]): number => 1 + lines.reduce((highest, line) => Math.max(highest, numberOf(line)), 0);
