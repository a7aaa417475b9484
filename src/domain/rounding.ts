/**
 * ROUND as Excel does it: half away from zero, on the decimal digits a person sees.
 * Excel works on 15 significant digits, so 1.005 rounds to 1.01 although the double lies below.
 * `digits` may be negative. Not finite in, not finite out.
 */
export function roundHalfAway(value: number, digits: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const magnitude = decimal(Math.abs(value));
  const rounded = Number(shift(String(Math.round(Number(shift(magnitude, digits)))), -digits));
  return value < 0 ? -rounded : rounded;
}

/** Fifteen significant digits are what Excel keeps; more only shows the binary error. */
const decimal = (value: number): string => String(Number(value.toPrecision(15)));

/** Moves the decimal point by editing the exponent, which adds no binary error of its own. */
function shift(number: string, places: number): string {
  const [digits = '0', exponent = '0'] = number.split('e');
  return `${digits}e${Number(exponent) + places}`;
}

/**
 * Decimals of a figure at the precision its number format prints, in the figure's own unit:
 * "0.0%" → 3, "0.00" → 2, "#,##0" → 0.
 */
export function printedDecimals(format: string): number {
  const positive = format.split(';')[0]?.replace(/"[^"]*"/g, '') ?? '';
  const decimals = /\.(0+)/.exec(positive)?.[1]?.length ?? 0;
  return positive.includes('%') ? decimals + 2 : decimals;
}
