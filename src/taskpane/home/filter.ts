import { STATUS_MARKS, type StatusMark } from '../../domain/marks';
import type { KpiCard } from '../../jobs/workbookLook';

/** What the list of KPIs is narrowed to; "" and an empty list of marks let all through. */
export interface KpiFilter {
  readonly marks: readonly StatusMark[];
  readonly owner: string;
  readonly tag: string;
}

export const NO_FILTER: KpiFilter = { marks: [], owner: '', tag: '' };

/** A group sees what it answers for and what it shares in. */
export function passes(card: KpiCard, filter: KpiFilter): boolean {
  if (filter.marks.length > 0 && (card.mark === null || !filter.marks.includes(card.mark))) return false;
  if (filter.owner !== '' && card.owner !== filter.owner && !card.others.includes(filter.owner)) return false;
  return filter.tag === '' || card.tags.includes(filter.tag);
}

export interface Tally {
  readonly counts: readonly { readonly mark: StatusMark; readonly count: number }[];
  readonly unmarked: number;
}

export function tallyOf(cards: readonly KpiCard[]): Tally {
  const counts = STATUS_MARKS.map((mark) => ({ mark, count: cards.filter((card) => card.mark === mark).length }));
  return { counts, unmarked: cards.filter((card) => card.mark === null).length };
}
