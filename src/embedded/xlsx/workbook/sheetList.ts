import type { Element } from '@xmldom/xmldom';
import type { Book, Sheet } from '../../model/book';
import { attribute, booleanAttribute, child, children, ensureChild, make, numberAttribute, removeAll, setAttributes } from '../package/xml';
import { RELATIONSHIPS_NAMESPACE } from '../sheet/frame';
import { WORKBOOK_ORDER, type SheetPlaces } from './names';

/** An entry of <sheets>; `id` is the model's, "" for chart, macro and dialog sheets, which the model does not know. */
export interface SheetEntry {
  readonly element: Element;
  readonly id: string;
  readonly name: string;
  readonly relationship: string;
}

const STATES = { Visible: undefined, Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

export function readState(element: Element): Sheet['visibility'] {
  const state = attribute(element, 'state');
  return state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
}

export function relationshipId(element: Element): string {
  return element.getAttributeNS(RELATIONSHIPS_NAMESPACE, 'id') ?? '';
}

export function sheetElements(workbook: Element): Element[] {
  return children(child(workbook, 'sheets'), 'sheet');
}

/** Which sheet of the whole list is shown first. */
export function activeTab(workbook: Element): number {
  return numberAttribute(child(child(workbook, 'bookViews'), 'workbookView'), 'activeTab') ?? 0;
}

export function readDate1904(workbook: Element): boolean {
  return booleanAttribute(child(workbook, 'workbookPr'), 'date1904');
}

/** Whether sheets can be added, taken out and renamed. */
export function readStructureLock(workbook: Element): boolean {
  return booleanAttribute(child(workbook, 'workbookProtection'), 'lockStructure');
}

/** The model's order with each foreign sheet after the worksheet it stood behind. */
function finalOrder(entries: readonly SheetEntry[], book: Book): (Sheet | SheetEntry)[] {
  const order: (Sheet | SheetEntry)[] = [...book.sheets];
  entries.forEach((entry, i) => {
    if (entry.id !== '') return;
    const before = entries[i - 1];
    const place = before ? order.findIndex((other) => other === before || (before.id !== '' && other.id === before.id)) : -1;
    order.splice(before && place < 0 ? order.length : place + 1, 0, entry);
  });
  return order;
}

function patchView(workbook: Element, index: number, count: number): void {
  const views = ensureChild(workbook, 'bookViews', WORKBOOK_ORDER);
  const view = ensureChild(views, 'workbookView', ['workbookView']);
  setAttributes(view, { activeTab: index || undefined });
  if ((numberAttribute(view, 'firstSheet') ?? 0) >= count) setAttributes(view, { firstSheet: undefined });
}

/**
 * Writes order, names and visibility of the sheets and which is active. `relationships` gives the relationship id of
 * new sheets. @returns where the sheets went
 */
export function patchSheetList(workbook: Element, entries: readonly SheetEntry[], book: Book, relationships: ReadonlyMap<string, string>, activeChanged: boolean): SheetPlaces {
  const list = ensureChild(workbook, 'sheets', WORKBOOK_ORDER);
  const elements = new Map(sheetElements(workbook).map((element) => [relationshipId(element), element]));
  const byId = new Map(entries.filter(({ id }) => id !== '').map((entry) => [entry.id, entry]));
  let sheetId = Math.max(0, ...[...elements.values()].map((element) => numberAttribute(element, 'sheetId') ?? 0));
  const oldActive = entries[activeTab(workbook)];
  removeAll([...elements.values()]);
  const order = finalOrder(entries, book);
  for (const item of order) {
    const known = 'cells' in item ? byId.get(item.id) : item;
    const element = known ? elements.get(known.relationship) : undefined;
    const written = element ?? make(list, 'sheet', { name: item.name, sheetId: ++sheetId });
    if (!element) written.setAttributeNS(RELATIONSHIPS_NAMESPACE, 'r:id', relationships.get(item.id) ?? '');
    // A state that is written out although it is the usual one stays so.
    if ('cells' in item) setAttributes(written, { name: item.name, ...(readState(written) === item.visibility ? {} : { state: STATES[item.visibility] }) });
    list.appendChild(written);
  }
  const place = (entry: SheetEntry | undefined): number => order.findIndex((item) => item === entry || (entry !== undefined && entry.id !== '' && item.id === entry.id));
  const active = book.sheets[book.activeSheet];
  const index = activeChanged && active ? order.indexOf(active) : Math.max(0, place(oldActive));
  if (index !== activeTab(workbook)) patchView(workbook, index, order.length);
  return {
    before: entries.map(({ id }) => id),
    moved: (at) => { const now = place(entries[at]); return now < 0 ? undefined : now; },
    after: new Map(book.sheets.map((sheet) => [sheet.id, order.indexOf(sheet)])),
    renamed: new Map(book.sheets.flatMap((sheet) => { const old = byId.get(sheet.id)?.name; return old !== undefined && old !== sheet.name ? [[old, sheet.name] as const] : []; })),
  };
}
