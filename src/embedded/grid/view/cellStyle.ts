import {
  BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy, type IBorderData, type IBorderStyleData, type IStyleData, type Nullable,
} from '@univerjs/core';
import { isCellError, type Book, type Border, type BorderStyle, type Scalar, type Style } from '../../model/book';
import type { Paint } from './conditionalPaint';

/** Fonts tried after the cell's own, so that Japanese text never falls back to a serif face. */
const FALLBACK = '"Yu Gothic UI","Yu Gothic","游ゴシック","Meiryo","Hiragino Sans","BIZ UDPGothic","Noto Sans CJK JP","Noto Sans JP","IPAexGothic","IPAGothic","VL Gothic",sans-serif';
/** Space that one step of indent takes, in pixels. */
const INDENT = 12;
/** Univer's own space inside a cell's edge. */
const EDGE = 2;

const BORDERS: Readonly<Record<BorderStyle, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN, hair: BorderStyleTypes.HAIR, dotted: BorderStyleTypes.DOTTED, dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT, dashDotDot: BorderStyleTypes.DASH_DOT_DOT, double: BorderStyleTypes.DOUBLE, medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED, mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT, mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT, thick: BorderStyleTypes.THICK,
};

export function fontStack(name: string): string {
  return `"${name.replace(/["\\]/g, '')}",${FALLBACK}`;
}

/** Every member of a look that the grid knows; null where there is none, so that a former look goes away. */
export type FullStyle = { readonly [K in 'ff' | 'fs' | 'bl' | 'it' | 'ul' | 'cl' | 'bg' | 'bd' | 'ht' | 'vt' | 'tb' | 'pd']: Nullable<IStyleData[K]> };

/** A cell's look in the grid's terms; `paint` is what conditional formats lay over it. */
export function cellStyle(book: Book, style: Style, value: Scalar | undefined, paint: Paint | undefined): FullStyle {
  const color = paint?.color ?? style.color;
  const fill = paint?.fill ?? style.fill;
  const ht = horizontal(style, value);
  return {
    ff: fontStack(style.fontName ?? book.defaultFont.name),
    fs: style.fontSize ?? book.defaultFont.size,
    bl: paint?.bold ?? style.bold ? BooleanNumber.TRUE : null,
    it: style.italic ? BooleanNumber.TRUE : null,
    ul: style.underline ? { s: BooleanNumber.TRUE } : null,
    cl: color ? { rgb: color } : null,
    bg: fill ? { rgb: fill } : null,
    bd: borders(style),
    ht,
    vt: vertical(style),
    tb: style.wrap || style.horizontal === 'justify' || style.horizontal === 'distributed' ? WrapStrategy.WRAP : typeof value === 'number' ? WrapStrategy.CLIP : WrapStrategy.OVERFLOW,
    pd: style.indent ? indent(style.indent, ht) : null,
  };
}

/** Excel's "general": numbers to the right, truth values and errors in the middle. */
function horizontal(style: Style, value: Scalar | undefined): HorizontalAlign {
  switch (style.horizontal) {
    case 'left': case 'fill': return HorizontalAlign.LEFT;
    case 'center': case 'centerContinuous': return HorizontalAlign.CENTER;
    case 'right': return HorizontalAlign.RIGHT;
    case 'justify': return HorizontalAlign.JUSTIFIED;
    case 'distributed': return HorizontalAlign.DISTRIBUTED;
    default:
      if (typeof value === 'number') return HorizontalAlign.RIGHT;
      return typeof value === 'boolean' || isCellError(value) ? HorizontalAlign.CENTER : HorizontalAlign.LEFT;
  }
}

function vertical(style: Style): VerticalAlign {
  if (style.vertical === 'top') return VerticalAlign.TOP;
  return style.vertical === 'center' || style.vertical === 'justify' || style.vertical === 'distributed' ? VerticalAlign.MIDDLE : VerticalAlign.BOTTOM;
}

function indent(steps: number, align: HorizontalAlign): NonNullable<IStyleData['pd']> {
  const space = EDGE + steps * INDENT;
  return align === HorizontalAlign.RIGHT ? { l: EDGE, r: space } : { l: space, r: EDGE };
}

function borders(style: Style): IBorderData {
  return { t: border(style.top), r: border(style.right), b: border(style.bottom), l: border(style.left) };
}

function border(line: Border | undefined): Nullable<IBorderStyleData> {
  return line ? { s: BORDERS[line.style], cl: { rgb: line.color ?? '#000000' } } : null;
}
