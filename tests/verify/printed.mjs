/** What a figure looks like in print, and whether two figures print alike. */

/** Decimals in the figure's own unit: "0.0%" → 3, "#,##0" → 0; null where the format prints whatever is there. */
function decimalsOf(format) {
  if (!/[0#]/.test(format)) return null;
  const positive = format.split(';')[0].replace(/"[^"]*"/g, '');
  const decimals = /\.(0+)/.exec(positive)?.[1].length ?? 0;
  return positive.includes('%') ? decimals + 2 : decimals;
}

const shift = (number, places) => {
  const [digits, exponent = '0'] = String(number).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

/** Half away from zero on the 15 digits that Excel keeps. */
export function round(value, decimals) {
  const size = shift(Math.round(shift(Number(Math.abs(value).toPrecision(15)), decimals)), -decimals);
  return value < 0 ? -size : size;
}

const DAY = 86_400_000;
const MINUTES = 24 * 60;
const serial = (date) => (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY;

/** Whether a cell's value prints as the source printed it; null in the source is an empty cell. */
export function printsAs(value, printed, format) {
  if (printed === null) return value === null || value === '';
  if (typeof value !== 'number') return false;
  if (typeof printed === 'number') {
    const decimals = decimalsOf(format) ?? 12;
    return round(value, decimals) === round(printed, decimals);
  }
  const duration = /^(\d+):(\d\d)$/.exec(printed);
  // [h]:mm cuts the seconds; the small part takes up the binary error of a whole minute.
  if (duration) return Math.floor(value * MINUTES + 1e-6) === Number(duration[1]) * 60 + Number(duration[2]);
  if (/^\d{4}-\d\d-\d\d$/.test(printed)) return value === serial(printed);
  throw new Error(`not a figure of the seeds: ${printed}`);
}
