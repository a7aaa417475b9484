import { notImplemented } from '../errors';
import { momentOf, type Moment } from './dates';
import { eraOf } from './era';
import type { FormatPiece } from './formatCode';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAYS_JA = '日月火水木金土';
/** A cell that cannot show its date is filled with these. */
const UNSHOWABLE = '########';

/** Dates, times of day and durations. */
export function formatMoment(serial: number, section: readonly FormatPiece[], date1904: boolean, code: string): string {
  if (serial < 0 || serial >= 2_958_466) return UNSHOWABLE;
  const moment = momentOf(serial, date1904);
  const half = section.some((piece) => piece.kind === 'date' && piece.letter.includes('/'));
  return section.map((piece, index): string => {
    if (piece.kind === 'literal') return piece.text;
    if (piece.kind !== 'date') throw notImplemented(`number format ${code}`);
    if (piece.elapsed) return elapsed(serial, piece);
    if (piece.letter === 'm' && isMinute(section, index)) return pad(moment.minute, piece.count);
    return part(moment, piece.letter, piece.count, half);
  }).join('');
}

function part(moment: Moment, letter: string, count: number, half: boolean): string {
  switch (letter) {
    case 'y': return count <= 2 ? pad(moment.year % 100, 2) : String(moment.year);
    case 'm': return count <= 2 ? pad(moment.month, count) : word(MONTHS[moment.month - 1] ?? '', count);
    case 'd': return count <= 2 ? pad(moment.day, count) : word(DAYS[moment.weekday] ?? '', count);
    case 'a': return `${DAYS_JA.charAt(moment.weekday)}${count > 3 ? '曜日' : ''}`;
    case 'h': return pad(half ? moment.hour % 12 || 12 : moment.hour, count);
    case 's': return pad(moment.second, count);
    case 'g': return count === 1 ? eraOf(moment).letter : eraOf(moment).name.slice(0, count === 2 ? 1 : 2);
    case 'e': return pad(eraOf(moment).year, count);
    case 'A/P': return moment.hour < 12 ? 'A' : 'P';
    default: return moment.hour < 12 ? 'AM' : 'PM';
  }
}

const pad = (number: number, count: number): string => String(number).padStart(Math.min(count, 2), '0');
const word = (text: string, count: number): string => (count === 3 ? text.slice(0, 3) : count === 5 ? text.slice(0, 1) : text);

function elapsed(serial: number, { letter, count }: { letter: string; count: number }): string {
  const seconds = Math.round(serial * 86_400);
  const whole = letter === 'h' ? Math.floor(seconds / 3600) : letter === 'm' ? Math.floor(seconds / 60) : seconds;
  return String(whole).padStart(count, '0');
}

/** "m" means minutes right after hours or right before seconds. */
function isMinute(section: readonly FormatPiece[], index: number): boolean {
  const dates = section.flatMap((piece, at) => (piece.kind === 'date' ? [{ letter: piece.letter, at }] : []));
  const place = dates.findIndex((one) => one.at === index);
  return dates[place - 1]?.letter === 'h' || dates[place + 1]?.letter === 's';
}
