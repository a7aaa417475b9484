import type { Element } from '@xmldom/xmldom';
import { trackAt, trackStart, type Tracks } from '../../model/geometry';
import { append, child, children, make, numberAttribute, removeAll } from '../package/xml';

/** English Metric Units in a point. */
export const EMU = 12_700;

export interface Box { left: number; top: number; width: number; height: number }
export interface SheetTracks { readonly columns: Tracks; readonly rows: Tracks }

const textNumber = (parent: Element | undefined, name: string): number => Number(child(parent, name)?.textContent ?? 0);

function corner(mark: Element | undefined, tracks: SheetTracks): { left: number; top: number } {
  return {
    left: trackStart(tracks.columns, textNumber(mark, 'col')) + textNumber(mark, 'colOff') / EMU,
    top: trackStart(tracks.rows, textNumber(mark, 'row')) + textNumber(mark, 'rowOff') / EMU,
  };
}

/** Place and size of an anchor in points, as near as the column widths are known (ECMA-376 part 1, 20.5.2). */
export function readAnchor(anchor: Element, tracks: SheetTracks): Box {
  const position = child(anchor, 'pos');
  const from = position
    ? { left: (numberAttribute(position, 'x') ?? 0) / EMU, top: (numberAttribute(position, 'y') ?? 0) / EMU }
    : corner(child(anchor, 'from'), tracks);
  const size = child(anchor, 'ext');
  if (size) return { ...from, width: (numberAttribute(size, 'cx') ?? 0) / EMU, height: (numberAttribute(size, 'cy') ?? 0) / EMU };
  const to = corner(child(anchor, 'to'), tracks);
  return { ...from, width: to.left - from.left, height: to.top - from.top };
}

function mark(anchor: Element, name: string, left: number, top: number, tracks: SheetTracks): Element {
  const column = trackAt(tracks.columns, left);
  const row = trackAt(tracks.rows, top);
  const element = make(anchor, name);
  append(element, 'col', {}, String(column.index));
  append(element, 'colOff', {}, String(Math.round(column.offset * EMU)));
  append(element, 'row', {}, String(row.index));
  append(element, 'rowOff', {}, String(Math.round(row.offset * EMU)));
  return element;
}

/** Puts the two corners of a twoCellAnchor in front of its content, in place of what stood there. */
export function writeCorners(anchor: Element, box: Box, tracks: SheetTracks): void {
  removeAll(children(anchor, 'from', 'to'));
  const to = mark(anchor, 'to', box.left + box.width, box.top + box.height, tracks);
  anchor.insertBefore(to, anchor.firstChild);
  anchor.insertBefore(mark(anchor, 'from', box.left, box.top, tracks), to);
}
