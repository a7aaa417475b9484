/** Days and times as Excel's serial numbers (1900 system with its 29 February 1900, or 1904). */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const FROM_1904 = 1462;

/** The serial of a day; null where there is no such day or Excel has none before 1900. */
export function dateSerial(year: number, month: number, day: number, date1904: boolean): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const serial = Math.round((date.getTime() - EPOCH) / DAY);
  const in1900 = serial < 61 ? serial - 1 : serial;
  if (!date1904) return in1900;
  return in1900 >= FROM_1904 ? in1900 - FROM_1904 : null;
}

export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The day and time of a serial, to the nearest second. */
export function momentOf(serial: number, date1904: boolean): Moment {
  const shifted = date1904 ? serial + FROM_1904 : serial;
  const seconds = Math.round(shifted * 86_400);
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const date = new Date(EPOCH + (days < 60 ? days + 1 : days) * DAY);
  const leap = days === 60;
  return {
    year: date.getUTCFullYear(),
    month: leap ? 2 : date.getUTCMonth() + 1,
    day: leap ? 29 : date.getUTCDate(),
    weekday: (((days - 1) % 7) + 7) % 7,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
  };
}
