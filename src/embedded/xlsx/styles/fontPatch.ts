import type { Element } from '@xmldom/xmldom';
import type { Style } from '../../model/book';
import { isJapaneseFont } from '../../model/geometry';
import { children, ensureChild, insertInOrder, make, removeAll, setAttributes } from '../package/xml';
import { argb } from './colors';

/** Excel refuses fonts whose children stand otherwise. */
const FONT_ORDER = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

function setFlag(font: Element, name: string, on: boolean | undefined): void {
  removeAll(children(font, name));
  if (on) insertInOrder(font, make(font, name), FONT_ORDER);
}

function setFontName(font: Element, name: string): void {
  setAttributes(ensureChild(font, 'name', FONT_ORDER), { val: name });
  // A scheme would bring the theme's font back, and the family and charset were the old font's.
  removeAll(children(font, 'scheme', 'family', 'charset'));
  if (isJapaneseFont(name)) setAttributes(ensureChild(font, 'charset', FONT_ORDER), { val: 128 });
}

/**
 * Changes a font element from the look it was read as to the wanted one. Members that agree leave their XML alone.
 * A cleared font name or size goes back to that of `normal`.
 */
export function patchFont(font: Element, from: Style, to: Style, normal: { name: string; size: number }): void {
  if (to.fontName !== from.fontName) setFontName(font, to.fontName ?? normal.name);
  if (to.fontSize !== from.fontSize) setAttributes(ensureChild(font, 'sz', FONT_ORDER), { val: to.fontSize ?? normal.size });
  if (!!to.bold !== !!from.bold) setFlag(font, 'b', to.bold);
  if (!!to.italic !== !!from.italic) setFlag(font, 'i', to.italic);
  if (!!to.underline !== !!from.underline) setFlag(font, 'u', to.underline);
  if (to.color?.toUpperCase() !== from.color?.toUpperCase()) {
    removeAll(children(font, 'color'));
    if (to.color !== undefined) insertInOrder(font, make(font, 'color', { rgb: argb(to.color) }), FONT_ORDER);
  }
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;
const BORDER_ORDER = ['start', 'end', 'left', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'];

/** The same for a border element; diagonals stay. */
export function patchBorder(border: Element, from: Style, to: Style): void {
  for (const side of SIDES) {
    const [before, after] = [from[side], to[side]];
    if (before?.style === after?.style && before?.color?.toUpperCase() === after?.color?.toUpperCase()) continue;
    removeAll(children(border, side));
    const line = make(border, side, after ? { style: after.style } : {});
    if (after) line.appendChild(make(line, 'color', after.color !== undefined ? { rgb: argb(after.color) } : { auto: 1 }));
    insertInOrder(border, line, BORDER_ORDER);
  }
}

