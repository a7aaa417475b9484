import type { Document, Element } from '@xmldom/xmldom';
import type { Style } from '../../model/book';
import type { Package } from '../package/package';
import { append, attribute, child, children, copyOf, ensureChild, insertInOrder, make, numberAttribute, removeAll, rootOf, serializeXml, setAttributes } from '../package/xml';
import { argb } from './colors';
import { patchBorder, patchFont } from './fontPatch';
import { builtInId, FIRST_CUSTOM_FORMAT } from './numberFormats';
import type { StyleTable } from './styleRead';

const STYLESHEET_ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
const XF_ORDER = ['alignment', 'protection', 'extLst'];

const HORIZONTAL: Readonly<Record<string, string>> = { centeracrossselection: 'centerContinuous', centercontinuous: 'centerContinuous' };

/** "Center", as Office.js spells it, is understood too. */
function alignmentValue(text: string | undefined): string | undefined {
  const lower = text?.toLowerCase();
  return lower === undefined || lower === 'general' ? undefined : (HORIZONTAL[lower] ?? lower);
}

/** What a style is worth for comparing: `base` is where it came from, not how it looks. */
function lookKey(style: Style): string {
  const { base, ...look } = style;
  return `${base ?? 0}|${JSON.stringify(Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

/** A list of the style sheet (fonts, fills, …) in which an equal entry is found or a new one appended. */
class ElementList {
  private readonly known = new Map<string, number>();

  constructor(readonly list: Element) {
    children(list).forEach((element, index) => {
      const text = serializeXml(element);
      if (!this.known.has(text)) this.known.set(text, index);
    });
  }

  at(index: number): Element | undefined {
    return children(this.list)[index];
  }

  indexOf(element: Element): number {
    this.list.appendChild(element);
    const text = serializeXml(element);
    const found = this.known.get(text);
    if (found !== undefined) {
      this.list.removeChild(element);
      return found;
    }
    const index = children(this.list).length - 1;
    this.known.set(text, index);
    setAttributes(this.list, { count: index + 1 });
    return index;
  }
}

/**
 * Finds or appends the formats that a save needs. A format is the clone of its base with only those members changed in
 * which the wanted style differs from what was read; styles without a base start from format 0.
 */
export class StyleWriter {
  changed = false;
  private readonly document: Document;
  private readonly root: Element;
  private readonly lists = new Map<string, ElementList>();
  private readonly indices = new Map<string, number>();

  constructor(private readonly pack: Package, private readonly part: string, private readonly table: StyleTable) {
    this.document = pack.document(part);
    this.root = rootOf(this.document, part);
  }

  /** The cellXfs index of a style; 0 for none. */
  indexOf(style: Style | undefined): number {
    if (!style) return 0;
    const base = style.base ?? 0;
    if (this.table.style(base) === style) return base;
    const key = lookKey(style);
    const known = this.indices.get(key) ?? this.add(base, style);
    this.indices.set(key, known);
    return known;
  }

  /** The dxfs index of a conditional format's look (ECMA-376 part 1, 18.8.14). A solid dxf fill keeps its colour in bgColor. */
  dxfIndex(look: { fill?: string; color?: string; bold?: boolean }): number {
    const list = this.list('dxfs');
    const dxf = make(list.list, 'dxf');
    if (look.color !== undefined || look.bold) {
      const font = append(dxf, 'font');
      if (look.bold) append(font, 'b');
      if (look.color !== undefined) append(font, 'color', { rgb: argb(look.color) });
    }
    if (look.fill !== undefined) append(append(append(dxf, 'fill'), 'patternFill', { patternType: 'solid' }), 'bgColor', { rgb: argb(look.fill) });
    this.changed = true;
    return list.indexOf(dxf);
  }

  /** Puts the part back where anything was appended. */
  finish(): void {
    if (this.changed) this.pack.write(this.part, this.document);
  }

  private list(name: string): ElementList {
    const known = this.lists.get(name);
    if (known) return known;
    const made = new ElementList(ensureChild(this.root, name, STYLESHEET_ORDER));
    this.lists.set(name, made);
    return made;
  }

  private add(base: number, style: Style): number {
    const read = this.table.style(base);
    // Without a base the style tells only what differs from a plain cell.
    const wanted = style.base === undefined ? { ...read, ...style } : style;
    if (lookKey({ ...wanted, base }) === lookKey(read)) return base;
    const formats = this.list('cellXfs');
    const original = formats.at(base) ?? formats.at(0);
    const xf = original ? copyOf(original) : make(formats.list, 'xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 });
    this.patch(xf, read, wanted);
    this.changed = true;
    return formats.indexOf(xf);
  }

  private patch(xf: Element, from: Style, to: Style): void {
    if (to.numberFormat !== from.numberFormat) setAttributes(xf, { numFmtId: this.formatId(to.numberFormat ?? 'General'), applyNumberFormat: 1 });
    this.patchPart(xf, 'fonts', 'fontId', 'applyFont', (font) => patchFont(font, from, to, this.table.defaultFont()));
    this.patchPart(xf, 'borders', 'borderId', 'applyBorder', (border) => patchBorder(border, from, to));
    if (to.fill?.toUpperCase() !== from.fill?.toUpperCase()) setAttributes(xf, { fillId: this.fillId(to.fill), applyFill: 1 });
    if (!!to.quotePrefix !== !!from.quotePrefix) setAttributes(xf, { quotePrefix: to.quotePrefix ? 1 : undefined });
    patchAlignment(xf, from, to);
    if ((to.locked ?? true) !== (from.locked ?? true)) {
      setAttributes(ensureChild(xf, 'protection', XF_ORDER), { locked: to.locked === false ? 0 : 1 });
      setAttributes(xf, { applyProtection: 1 });
    }
  }

  /** Clones the font or border that the format points to, changes it and points to the result. */
  private patchPart(xf: Element, listName: string, id: string, flag: string, change: (element: Element) => void): void {
    const list = this.list(listName);
    const before = numberAttribute(xf, id) ?? 0;
    const original = list.at(before);
    const copy = original ? copyOf(original) : make(list.list, listName.slice(0, -1));
    const text = serializeXml(copy);
    change(copy);
    if (serializeXml(copy) !== text) setAttributes(xf, { [id]: list.indexOf(copy), [flag]: 1 });
  }

  private fillId(color: string | undefined): number {
    if (color === undefined) return 0;
    const list = this.list('fills');
    const fill = make(list.list, 'fill');
    const pattern = append(fill, 'patternFill', { patternType: 'solid' });
    append(pattern, 'fgColor', { rgb: argb(color) });
    append(pattern, 'bgColor', { indexed: 64 });
    return list.indexOf(fill);
  }

  private formatId(code: string): number {
    const builtIn = builtInId(code);
    if (builtIn !== undefined) return builtIn;
    const list = ensureChild(this.root, 'numFmts', STYLESHEET_ORDER);
    const formats = children(list, 'numFmt');
    const known = formats.find((format) => attribute(format, 'formatCode') === code);
    if (known) return numberAttribute(known, 'numFmtId') ?? 0;
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...formats.map((format) => numberAttribute(format, 'numFmtId') ?? 0)) + 1;
    append(list, 'numFmt', { numFmtId: id, formatCode: code });
    setAttributes(list, { count: formats.length + 1 });
    return id;
  }
}

function patchAlignment(xf: Element, from: Style, to: Style): void {
  const wanted = {
    ...(alignmentValue(to.horizontal) !== alignmentValue(from.horizontal) ? { horizontal: alignmentValue(to.horizontal) } : {}),
    ...(alignmentValue(to.vertical) !== alignmentValue(from.vertical) ? { vertical: alignmentValue(to.vertical) } : {}),
    ...(!!to.wrap !== !!from.wrap ? { wrapText: to.wrap ? 1 : undefined } : {}),
    ...((to.indent ?? 0) !== (from.indent ?? 0) ? { indent: to.indent || undefined } : {}),
  };
  if (Object.keys(wanted).length === 0) return;
  const alignment = child(xf, 'alignment') ?? make(xf, 'alignment');
  removeAll(children(xf, 'alignment'));
  setAttributes(alignment, wanted);
  setAttributes(xf, { applyAlignment: 1 });
  if (alignment.attributes.length > 0) insertInOrder(xf, alignment, XF_ORDER);
}
