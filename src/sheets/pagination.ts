/** Rows that should stay together on a page, from `start` to before `end`. */
export interface PrintUnit {
  readonly start: number;
  readonly end: number;
}

/** Lines that fit a page of our sheets at one page wide; a little less than measured, as fonts differ between machines. */
export const PAGE_ROWS = { A4: 36, A3: 48 } as const;

/**
 * Rows above which a page must end so that no unit is cut, units in order from the top of the first page.
 * A unit longer than a page begins on a new one and runs on.
 */
export function pageBreaks(units: readonly PrintUnit[], pageRows: number): number[] {
  const breaks: number[] = [];
  let pageStart = 0;
  for (const { start, end } of units) {
    if (end - pageStart <= pageRows || start === pageStart) continue;
    breaks.push(start);
    pageStart = start;
  }
  return breaks;
}
