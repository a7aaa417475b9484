import type { Element } from '@xmldom/xmldom';
import { append, booleanAttribute, child, children, ensureChild, numberAttribute, removeAll, setAttributes } from '../package/xml';
import { WORKSHEET_ORDER } from './frame';

const LAST_COLUMN = 16_383;

/** Manual page breaks: rows above which a page ends (ECMA-376 part 1, 18.3.1.74). `id` counts the rows before the break. */
export function readRowBreaks(worksheet: Element): number[] {
  return children(child(worksheet, 'rowBreaks'), 'brk').filter((one) => booleanAttribute(one, 'man')).flatMap((one) => numberAttribute(one, 'id') ?? []);
}

export function patchRowBreaks(worksheet: Element, before: readonly number[], after: readonly number[]): void {
  if (before.join() === after.join()) return;
  if (after.length === 0) {
    removeAll(children(worksheet, 'rowBreaks'));
    return;
  }
  const list = ensureChild(worksheet, 'rowBreaks', WORKSHEET_ORDER);
  removeAll(children(list, 'brk'));
  setAttributes(list, { count: after.length, manualBreakCount: after.length });
  for (const row of after) append(list, 'brk', { id: String(row), max: String(LAST_COLUMN), man: '1' });
}
