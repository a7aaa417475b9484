import { serialOfDate } from '../../src/domain/fiscalYear';

/**
 * All the figures that a text says by any reading, worked out apart from the readers: each run of digits as a number, a per cent, hours
 * and minutes, and each three or two of them as a date. A figure that is read must be one of them.
 */
export interface Said {
  readonly sizes: ReadonlySet<number>;
  /** Rounded to the minute. */
  readonly minutes: ReadonlySet<number>;
  readonly serials: ReadonlySet<number>;
}

const ERA_OFFSETS = [2018, 1988, 1925];
const rounded = (value: number): number => Number(value.toPrecision(12));

/** Full-width signs as ASCII, nothing else: ① and ² stay what they are. */
const plain = (text: string): string => text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** `fiscalYear`: of dates without a year. */
export function saidBy(text: string, fiscalYear: number): Said {
  const written = plain(text);
  const sizes = new Set<number>();
  for (const [group] of written.matchAll(/\d[\d,]*(?:\.\d+)?/g)) {
    const value = Number(group.replace(/,/g, ''));
    sizes.add(rounded(value)).add(rounded(value / 100));
  }
  const minutes = new Set<number>();
  const runs = [...written.matchAll(/\d+|元/g)].map(([run]) => run);
  const numbers = runs.map((run) => (run === '元' ? 1 : Number(run)));
  numbers.forEach((hours, index) => {
    minutes.add(hours * 60);
    const after = numbers[index + 1];
    if (after !== undefined && after < 60) minutes.add(hours * 60 + after);
  });
  const serials = new Set<number>();
  numbers.forEach((first, index) => {
    const [second, third] = [numbers[index + 1], numbers[index + 2]];
    if (second === undefined) return;
    serials.add(serialOfDate(first <= 3 ? fiscalYear + 1 : fiscalYear, first, second));
    if (third !== undefined) for (const year of [first, ...ERA_OFFSETS.map((offset) => offset + first)]) serials.add(serialOfDate(year, second, third));
  });
  return { sizes, minutes, serials };
}

/** Whether a figure is one that the text says. A date and a duration are told by their form, where it is known. */
export function isSaid(value: number, said: Said, form: 'number' | 'rate' | 'duration' | 'date' | null): boolean {
  if (!Number.isFinite(value)) return false;
  const asSize = said.sizes.has(rounded(Math.abs(value)));
  const asMinutes = said.minutes.has(rounded(value * 1440));
  const asSerial = said.serials.has(value);
  switch (form) {
    case 'date': return asSerial;
    case 'duration': return asMinutes;
    case 'number': case 'rate': return asSize;
    case null: return asSize || asMinutes || asSerial;
  }
}

/** Whether a negative figure has a sign for it somewhere. */
export const hasMinus = (text: string): boolean => /[-‐-―−─ーｰ－△▲]/.test(text);
