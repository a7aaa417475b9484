/**
 * Figures far from the other figures of their row. Named methods: the modified z-score by median and MAD with its limit of 3.5
 * (Iglewicz & Hoaglin, How to Detect and Handle Outliers, 1993), and the Hampel identifier, the same distance from the median of
 * the months around, on each side by itself. Both must hold, and the same distance from the month of the other year: a season or a
 * new level is no slip.
 */

/** Iglewicz & Hoaglin's limit of the modified z-score. */
const LIMIT = 3.5;
/** Makes the MAD of normal figures their standard deviation (1 ÷ 0.6745). */
const MAD_SCALE = 1.4826;
/** A spread below a tenth of the median is taken for a tenth: two dozen months of a steady row do not tell how far a month may go. */
const LEAST_SPREAD = 0.1;
/** Jumpy: the row's own spread is more than half of its median (a robust coefficient of variation). Nothing can be said of such a row. */
const JUMPY = 0.5;
const FEWEST = 12;
/** Months before and after that a figure is held against. */
const AROUND = 2;
const YEAR = 12;

type Months = readonly (number | null)[];

/** An odd figure: its month (0 = 4月), and the median of the row's figures. */
export interface Outlier {
  readonly month: number;
  readonly found: number;
  readonly median: number;
}

/**
 * Odd figures of twelve months beside those of the year before or after (`partner`; empty: not known). None where there are fewer
 * than twelve figures in all, or the row is jumpy. Scaling all figures changes nothing.
 */
export function findOutliers(months: Months, partner: Months, partnerIs: 'before' | 'after'): Outlier[] {
  const line = partnerIs === 'before' ? [...padded(partner), ...months] : [...months, ...padded(partner)];
  const offset = partnerIs === 'before' ? YEAR : 0;
  const figures = line.flatMap((figure) => figure ?? []);
  if (figures.length < FEWEST) return [];
  const all = median(figures);
  const spread = MAD_SCALE * median(figures.map((figure) => Math.abs(figure - all)));
  if (all === 0 || spread > JUMPY * Math.abs(all)) return [];
  const far = (figure: number, from: number): boolean => Math.abs(figure - from) > LIMIT * Math.max(spread, LEAST_SPREAD * Math.abs(all));
  return months.flatMap((figure, month) => {
    if (figure === null || !far(figure, all)) return [];
    const at = offset + month;
    const sides = [line.slice(Math.max(0, at - AROUND), at), line.slice(at + 1, at + 1 + AROUND)].map((side) => side.flatMap((near) => near ?? []));
    const isFarFromSides = sides.every((side) => side.length === 0 || far(figure, median(side)));
    const other = partner[month] ?? null;
    const isOdd = isFarFromSides && (other === null || far(figure, other));
    return isOdd ? [{ month, found: figure, median: all }] : [];
  });
}

const padded = (months: Months): Months => Array.from({ length: YEAR }, (_, month) => months[month] ?? null);

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}
