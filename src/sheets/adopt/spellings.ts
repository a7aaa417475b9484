import type { ShapedRow } from './shape';

/** How a row is written on the sheets, each spelling once; "" (a line that bears its year only) is none. */
export const spellingsOf = (same: readonly ShapedRow[]): string[] => [...new Set(same.flatMap((row) => row.lines.map(({ line }) => line.written)).filter((label) => label !== ''))];
