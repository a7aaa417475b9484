import { readFigure } from './readFigure';

/** What a time typed with a point, as `3.46`, may mean. */
export interface TimeSlip {
  /** h:mm, as days: 3.46 → 3:46, and 346 → 3:46. null: the minutes would be 60 or more. */
  readonly asClock: number | null;
  /** Hours with decimals, as days, to the minute: 3.46 → 3:28. */
  readonly asHours: number;
  /** Only h:mm can be meant: no whole minute is written with these decimals of an hour. */
  readonly sure: boolean;
}

const MINUTES = 1440;
/** Decimals, as two digits, by which a whole minute is written in hours: 15 minutes are .25, none is .46. */
const DECIMALS_OF_MINUTES: ReadonlySet<string> = new Set(Array.from({ length: 60 }, (_, minute) => String(Math.round((minute * 100) / 60)).padStart(2, '0')));

/** Reads a plain number as a time that lost its colon: at most two decimals. null: it is no such number. */
export function readTimeSlip(plain: string): TimeSlip | null {
  const [, hours, decimals = ''] = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  if (hours === undefined) return null;
  // 346 lost its colon altogether. 3.4 was typed as 3.4 or 3.40: a number keeps no last zero.
  const [whole, minutes] = decimals === '' && /^\d+[0-5]\d$/.test(hours) ? [hours.slice(0, -2), hours.slice(-2)] : [hours, decimals.padEnd(2, '0')];
  const clock = readFigure(`${whole}:${minutes}`, { form: 'duration', unit: '時間', fiscalYear: 0 });
  return {
    asClock: clock.ok ? clock.value : null,
    asHours: Math.round(Number(plain) * 60) / MINUTES,
    sure: clock.ok && decimals.length === 2 && !DECIMALS_OF_MINUTES.has(decimals),
  };
}

/**
 * Whether a number in a row of h:mm is such a slip: Excel would take 3.46 for days. A part of a minute is no time people type; a
 * whole day or more is none where most other figures of the row are shorter than a day.
 */
export function isTimeSlip(value: number, others: readonly number[]): boolean {
  if (value <= 0 || readTimeSlip(String(value)) === null) return false;
  const minutes = value * MINUTES;
  const isWhole = Math.abs(minutes - Math.round(minutes)) < 1e-6;
  return !isWhole || (value >= 1 && others.filter((other) => other < 1).length * 2 > others.length);
}
