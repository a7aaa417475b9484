import type { Element } from '@xmldom/xmldom';
import { attribute, booleanAttribute, child, children, descend, numberAttribute } from '../package/xml';

/** Colours 8–63 of the default palette (ECMA-376 part 1, 18.8.27); 0–7 repeat 8–15. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** In a cell's `theme` attribute light and dark stand the other way round than in the theme part. */
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

/** The twelve theme colours as "RRGGBB", in the order of the `theme` attribute; empty where there is no theme. */
export function readTheme(root: Element | undefined): string[] {
  const scheme = descend(root, 'themeElements', 'clrScheme');
  if (!scheme) return [];
  return THEME_ORDER.map((name) => {
    const color = children(child(scheme, name))[0];
    return attribute(color, color?.localName === 'sysClr' ? 'lastClr' : 'val') ?? '000000';
  });
}

/** Lightens (tint above 0) or darkens in HSL (ECMA-376 part 1, 18.8.19). Only the lightness moves. */
export function tinted(rgb: string, tint: number): string {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const light = (high + low) / 2;
  const moved = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint;
  const chroma = high - low;
  const room = 1 - Math.abs(2 * light - 1);
  const scale = chroma === 0 || room === 0 ? 0 : ((1 - Math.abs(2 * moved - 1)) / room);
  return [red, green, blue]
    .map((part) => Math.round(Math.min(1, Math.max(0, moved + (part - light) * scale)) * 255).toString(16).padStart(2, '0'))
    .join('').toUpperCase();
}

/** "#RRGGBB" of a colour element; undefined for none, automatic and system colours. */
export function readColor(element: Element | undefined, theme: readonly string[]): string | undefined {
  if (!element || booleanAttribute(element, 'auto')) return undefined;
  const indexed = numberAttribute(element, 'indexed');
  const themed = numberAttribute(element, 'theme');
  const rgb = attribute(element, 'rgb')?.slice(-6)
    ?? (themed !== undefined ? theme[themed] : indexed !== undefined ? PALETTE[indexed < 8 ? indexed : indexed - 8] : undefined);
  if (rgb === undefined || !/^[0-9a-f]{6}$/i.test(rgb)) return undefined;
  const tint = numberAttribute(element, 'tint') ?? 0;
  return `#${tint === 0 ? rgb.toUpperCase() : tinted(rgb, tint)}`;
}

/** "#12ab3f" → "FF12AB3F", as the `rgb` attribute wants it. */
export function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`;
}
