import type { RecordContents, RecordSheetSpec } from '../recordTable';
import { FONT_SIZE, HIGHEST_ROW } from '../palette';

/** One line of 10 point text, and what a row has besides, in points. */
const LINE = 17;
const BESIDE = 3;
/** What a cell keeps free at its sides. */
const PADDING = 8;
/** How wide a sign is, by its height. */
const NARROW = 0.6;
const isNarrow = (sign: string): boolean => /[\u0020-\u007e\uff61-\uff9f]/.test(sign);
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (isNarrow(sign) ? NARROW : 1), 0) * FONT_SIZE;

/** Height in points of a line whose wrapped texts are to be seen whole: it stays as written, and only Excel itself lets rows grow. */
export function lineHeight<K extends string>({ columns }: RecordSheetSpec<K>, contents: RecordContents<K>): number {
  const lines = columns.map(({ key, points, style }) => {
    const content: unknown = contents[key];
    if (typeof content !== 'string' || style?.wrap !== true) return 1;
    return content.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(widthOf(line) / (points - PADDING))), 0);
  });
  return Math.min(HIGHEST_ROW, Math.max(...lines) * LINE + BESIDE);
}
