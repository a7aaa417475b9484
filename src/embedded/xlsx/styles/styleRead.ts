import type { Element } from '@xmldom/xmldom';
import type { Border, BorderStyle, Style } from '../../model/book';
import { attribute, booleanAttribute, child, children, numberAttribute } from '../package/xml';
import { readColor } from './colors';
import { builtInFormat } from './numberFormats';

const BORDER_STYLES: ReadonlySet<string> = new Set<BorderStyle>(['thin', 'medium', 'hair', 'thick', 'dashed', 'dotted', 'double', 'dashDot', 'dashDotDot', 'mediumDashed', 'mediumDashDot', 'mediumDashDotDot', 'slantDashDot']);

function isBorderStyle(text: string | undefined): text is BorderStyle {
  return text !== undefined && BORDER_STYLES.has(text);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Sets a member only where there is something to say, as exactOptionalPropertyTypes wants it. */
function put<K extends keyof Style>(style: Mutable<Style>, key: K, value: Style[K] | undefined): void {
  if (value !== undefined) style[key] = value;
}

const isOn = (font: Element | undefined, name: string): true | undefined => {
  const flag = child(font, name);
  return flag && (name === 'u' ? attribute(flag, 'val') !== 'none' : booleanAttribute(flag, 'val', true)) ? true : undefined;
};

function readFont(style: Mutable<Style>, font: Element | undefined, theme: readonly string[]): void {
  put(style, 'fontName', attribute(child(font, 'name'), 'val'));
  put(style, 'fontSize', numberAttribute(child(font, 'sz'), 'val'));
  put(style, 'bold', isOn(font, 'b'));
  put(style, 'italic', isOn(font, 'i'));
  put(style, 'underline', isOn(font, 'u'));
  put(style, 'color', readColor(child(font, 'color'), theme));
}

function readBorder(border: Element | undefined, side: string, theme: readonly string[]): Border | undefined {
  const line = child(border, side);
  const style = attribute(line, 'style');
  if (!isBorderStyle(style)) return undefined;
  const color = readColor(child(line, 'color'), theme);
  return color === undefined ? { style } : { style, color };
}

function readAlignment(style: Mutable<Style>, xf: Element): void {
  const alignment = child(xf, 'alignment');
  put(style, 'horizontal', attribute(alignment, 'horizontal'));
  put(style, 'vertical', attribute(alignment, 'vertical'));
  put(style, 'wrap', booleanAttribute(alignment, 'wrapText') || undefined);
  put(style, 'indent', numberAttribute(alignment, 'indent') || undefined);
}

/** Cell formats of a styles part, read once an index and shared by all its cells (ECMA-376 part 1, 18.8). */
export class StyleTable {
  private readonly fonts: Element[];
  private readonly fills: Element[];
  private readonly borders: Element[];
  private readonly formats: Element[];
  private readonly codes: ReadonlyMap<number, string>;
  private readonly read = new Map<number, Style>();

  constructor(root: Element | undefined, readonly theme: readonly string[]) {
    this.fonts = children(child(root, 'fonts'), 'font');
    this.fills = children(child(root, 'fills'), 'fill');
    this.borders = children(child(root, 'borders'), 'border');
    this.formats = children(child(root, 'cellXfs'), 'xf');
    this.codes = new Map(children(child(root, 'numFmts'), 'numFmt').map((format) => [numberAttribute(format, 'numFmtId') ?? 0, attribute(format, 'formatCode') ?? 'General']));
  }

  /** The look of format `index`; one and the same object at each call. Only what differs from a plain cell is set, but for the font. */
  style(index: number): Style {
    const known = this.read.get(index);
    if (known) return known;
    const style = this.readStyle(index);
    this.read.set(index, style);
    return style;
  }

  private readStyle(index: number): Style {
    const xf = this.formats[index];
    const style: Mutable<Style> = { base: index };
    if (!xf) return style;
    const code = this.numberFormat(numberAttribute(xf, 'numFmtId') ?? 0);
    put(style, 'numberFormat', code === 'General' ? undefined : code);
    readFont(style, this.fonts[numberAttribute(xf, 'fontId') ?? 0], this.theme);
    const pattern = child(this.fills[numberAttribute(xf, 'fillId') ?? 0], 'patternFill');
    if (attribute(pattern, 'patternType') === 'solid') put(style, 'fill', readColor(child(pattern, 'fgColor'), this.theme));
    const border = this.borders[numberAttribute(xf, 'borderId') ?? 0];
    for (const side of ['left', 'right', 'top', 'bottom'] as const) put(style, side, readBorder(border, side, this.theme));
    readAlignment(style, xf);
    put(style, 'quotePrefix', booleanAttribute(xf, 'quotePrefix') || undefined);
    put(style, 'locked', booleanAttribute(child(xf, 'protection'), 'locked', true) ? undefined : false);
    return style;
  }

  private numberFormat(id: number): string {
    return this.codes.get(id) ?? builtInFormat(id) ?? 'General';
  }

  /** Font of the Normal style: that of cellXfs 0 as near as matters. */
  defaultFont(): { name: string; size: number } {
    const { fontName, fontSize } = this.style(0);
    return { name: fontName ?? 'Calibri', size: fontSize ?? 11 };
  }
}
