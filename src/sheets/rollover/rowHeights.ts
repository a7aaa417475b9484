import { FONT_SIZE, HIGHEST_ROW } from '../palette';

/** How high wrapped texts stand, for sheets whose rows are not drawn up by Excel as a person types. */

const LINE = 14;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6○◎△×□－…※①-⑳]/;

const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (WIDE.test(sign) ? FONT_SIZE : FONT_SIZE * 0.6), 0);

/** Lines a text takes in a column of so many points; a little is left for the margins. */
const linesIn = (text: string, points: number): number => text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / (points - FONT_SIZE))), 0);

/** The height in points at which no text is cut; null where one line is enough. */
export function heightOf(texts: readonly { readonly text: string; readonly points: number }[]): number | null {
  const lines = Math.max(1, ...texts.map(({ text, points }) => linesIn(text, points)));
  return lines === 1 ? null : Math.min(HIGHEST_ROW, lines * LINE + 6);
}
