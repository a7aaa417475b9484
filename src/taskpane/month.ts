/** The last month that has ended, as an index from April: what a clerk judges most often. */
export function lastEndedMonth(today: Date): number {
  const APRIL = 3;
  const previous = today.getMonth() - 1;
  return (previous - APRIL + 12) % 12;
}
