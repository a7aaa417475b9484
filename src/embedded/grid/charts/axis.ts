/** Values of an axis from its lowest to its highest line. */
export interface Axis {
  readonly lowest: number;
  readonly highest: number;
  readonly step: number;
  readonly lines: readonly number[];
}

const LINES = 5;

/** Round lines that hold all values; from 0 unless the values lie close together far above it, as Excel chooses. */
export function axisOf(values: readonly number[]): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0 || (low === 0 && high === 0)) return axis(0, 1, 0.2);
  const spread = high - low;
  const fromZero = low >= 0 && (spread === 0 || spread > high / 6);
  const bottom = fromZero ? 0 : low >= 0 ? Math.max(0, low - spread / 2) : low;
  const top = Math.max(high, low < 0 ? 0 : high);
  const step = roundStep((top - bottom || Math.abs(top) || 1) / LINES);
  const lowest = Math.floor(bottom / step + 1e-9) * step;
  const reached = Math.ceil(top / step - 1e-9) * step;
  // The highest value keeps a little air.
  return axis(lowest, reached - top < step / 20 && top !== 0 ? reached + step : reached, step);
}

function axis(lowest: number, highest: number, step: number): Axis {
  const count = Math.round((highest - lowest) / step);
  return { lowest, highest, step, lines: Array.from({ length: count + 1 }, (_, index) => Number((lowest + index * step).toPrecision(12))) };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = rough / power;
  return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power;
}
