import type { Element } from '@xmldom/xmldom';
import type { PageSetup } from '../../model/book';
import { attribute, booleanAttribute, child, children, ensureChild, insertInOrder, make, numberAttribute, removeAll, setAttributes } from '../package/xml';
import { SHEET_PR_ORDER, WORKSHEET_ORDER } from './frame';
import { readSections, writeSections } from './headerFooter';
import { patchRowBreaks, readRowBreaks } from './rowBreaks';

const HEADER_FOOTER_ORDER = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];
const MARGINS = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;
/** Excel's own where the file says nothing. */
const DEFAULT_MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

function fitsToPage(worksheet: Element): boolean {
  return booleanAttribute(child(child(worksheet, 'sheetPr'), 'pageSetUpPr'), 'fitToPage');
}

function readPaper(page: PageSetup, worksheet: Element): void {
  const setup = child(worksheet, 'pageSetup');
  const orientation = attribute(setup, 'orientation');
  if (orientation === 'portrait' || orientation === 'landscape') page.orientation = orientation;
  const paper = numberAttribute(setup, 'paperSize');
  if (paper !== undefined) page.paperSize = paper;
  if (fitsToPage(worksheet)) {
    page.fitToWidth = numberAttribute(setup, 'fitToWidth') ?? 1;
    page.fitToHeight = numberAttribute(setup, 'fitToHeight') ?? 1;
  }
  const scale = numberAttribute(setup, 'scale');
  if (scale !== undefined) page.scale = scale;
  if (booleanAttribute(setup, 'blackAndWhite')) page.blackAndWhite = true;
}

/** Page set-up of a worksheet but for print area and titles, which are defined names (ECMA-376 part 1, 18.3.1.63). */
export function readPage(worksheet: Element): PageSetup {
  const page: PageSetup = {};
  readPaper(page, worksheet);
  const margins = child(worksheet, 'pageMargins');
  if (margins) {
    const [left, right, top, bottom, header, footer] = MARGINS.map((side) => numberAttribute(margins, side) ?? DEFAULT_MARGINS[side]);
    page.margins = { left: left ?? 0, right: right ?? 0, top: top ?? 0, bottom: bottom ?? 0, header: header ?? 0, footer: footer ?? 0 };
  }
  const headerFooter = child(worksheet, 'headerFooter');
  const header = child(headerFooter, 'oddHeader')?.textContent;
  const footer = child(headerFooter, 'oddFooter')?.textContent;
  if (header) page.header = readSections(header);
  if (footer) page.footer = readSections(footer);
  if (booleanAttribute(child(worksheet, 'printOptions'), 'horizontalCentered')) page.centerHorizontally = true;
  const breaks = readRowBreaks(worksheet);
  if (breaks.length > 0) page.rowBreaks = breaks;
  return page;
}

function patchFit(worksheet: Element, fits: boolean): void {
  if (fitsToPage(worksheet) === fits) return;
  const properties = ensureChild(ensureChild(worksheet, 'sheetPr', WORKSHEET_ORDER), 'pageSetUpPr', SHEET_PR_ORDER);
  setAttributes(properties, { fitToPage: fits ? 1 : undefined });
}

function patchPaper(worksheet: Element, before: PageSetup, page: PageSetup): void {
  const fits = page.fitToWidth !== undefined || page.fitToHeight !== undefined;
  const changes = {
    ...(page.orientation !== before.orientation ? { orientation: page.orientation } : {}),
    ...(page.paperSize !== before.paperSize ? { paperSize: page.paperSize } : {}),
    ...(page.scale !== before.scale ? { scale: page.scale } : {}),
    // Fitting to one dimension leaves the other free.
    ...(fits && page.fitToWidth !== before.fitToWidth ? { fitToWidth: page.fitToWidth ?? 0 } : {}),
    ...(fits && page.fitToHeight !== before.fitToHeight ? { fitToHeight: page.fitToHeight ?? 0 } : {}),
    ...(!!page.blackAndWhite !== !!before.blackAndWhite ? { blackAndWhite: page.blackAndWhite ? 1 : undefined } : {}),
  };
  patchFit(worksheet, fits);
  if (Object.keys(changes).length > 0) setAttributes(ensureChild(worksheet, 'pageSetup', WORKSHEET_ORDER), changes);
}

function patchSection(worksheet: Element, name: string, before: PageSetup['header'], after: PageSetup['header']): void {
  const text = writeSections(after ?? {});
  if (text === writeSections(before ?? {})) return;
  const parent = ensureChild(worksheet, 'headerFooter', WORKSHEET_ORDER);
  removeAll(children(parent, name));
  if (text !== '') insertInOrder(parent, make(parent, name, {}, text), HEADER_FOOTER_ORDER);
  if (children(parent).length === 0) removeAll([parent]);
}

/** Writes what differs from the file; attributes that the model does not know stay. */
export function patchPage(worksheet: Element, page: PageSetup): void {
  const before = readPage(worksheet);
  patchPaper(worksheet, before, page);
  if (page.margins && JSON.stringify({ ...before.margins, ...page.margins }) !== JSON.stringify(before.margins)) {
    setAttributes(ensureChild(worksheet, 'pageMargins', WORKSHEET_ORDER), { ...page.margins });
  }
  if (!!page.centerHorizontally !== !!before.centerHorizontally) {
    const options = ensureChild(worksheet, 'printOptions', WORKSHEET_ORDER);
    setAttributes(options, { horizontalCentered: page.centerHorizontally ? 1 : undefined });
  }
  patchRowBreaks(worksheet, before.rowBreaks ?? [], page.rowBreaks ?? []);
  patchSection(worksheet, 'oddHeader', before.header, page.header);
  patchSection(worksheet, 'oddFooter', before.footer, page.footer);
}
