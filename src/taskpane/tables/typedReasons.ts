import { readMonthsId } from '../../domain/checks/monthsId';

/**
 * Reasons being typed, by the findings as they are now. A finding bears its months in its ID: where one more month is odd by now, or
 * one less, what was typed goes over to the finding that still tells of one of them. Of findings that are gone there is none.
 */
export function reasonsNow(typed: ReadonlyMap<string, string>, open: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  const now = new Map(open.flatMap(({ id }) => (typed.has(id) ? [[id, typed.get(id) ?? '']] : [])));
  for (const [former, reason] of typed) {
    if (now.has(former)) continue;
    const heir = open.find(({ id }) => !now.has(id) && sharesMonth(former, id));
    if (heir) now.set(heir.id, reason);
  }
  return now;
}

function sharesMonth(one: string, other: string): boolean {
  const [a, b] = [readMonthsId(one), readMonthsId(other)];
  return a !== null && b !== null && a.about === b.about && a.months.some((month) => b.months.includes(month));
}
