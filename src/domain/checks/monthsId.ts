/** The ID of a finding on months of one row in a year: "follows T13-02@2024 6月,9月". */
export const monthsId = (kind: string, series: string, months: readonly string[]): string => `${kind} ${series} ${months.join(',')}`;

export interface MonthsId {
  /** Kind and row. */
  readonly about: string;
  /** The months, or the heading of the total. */
  readonly months: readonly string[];
}

/** What such an ID says; null: it is that of another finding. */
export function readMonthsId(id: string): MonthsId | null {
  const [, about, months] = /^(\S+ .+@\d+) (\S+)$/.exec(id) ?? [];
  return about === undefined || months === undefined ? null : { about, months: months.split(',') };
}
