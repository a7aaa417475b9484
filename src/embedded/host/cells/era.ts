import type { Moment } from './dates';

interface Era {
  readonly name: string;
  readonly letter: string;
  /** Year, month and day it begins. */
  readonly from: readonly [number, number, number];
}

const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', from: [2019, 5, 1] },
  { name: '平成', letter: 'H', from: [1989, 1, 8] },
  { name: '昭和', letter: 'S', from: [1926, 12, 25] },
  { name: '大正', letter: 'T', from: [1912, 7, 30] },
  { name: '明治', letter: 'M', from: [1868, 1, 25] },
];

const number = (year: number, month: number, day: number): number => year * 10_000 + month * 100 + day;

/** The Japanese era of a day from 1900 on, and its year. */
export function eraOf({ year, month, day }: Moment): Era & { readonly year: number } {
  const found = ERAS.find(({ from }) => number(year, month, day) >= number(...from));
  if (!found) throw new RangeError(`${year}/${month}/${day} lies before all eras`);
  return { ...found, year: year - found.from[0] + 1 };
}
