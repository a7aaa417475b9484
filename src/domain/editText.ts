import { dateOfSerial } from './fiscalYear';
import type { FigureExpectation } from './readFigure';

/** A figure as a person would type it, in full precision; readFigure reads it back. */
export function editText(value: number, form: FigureExpectation['form']): string {
  switch (form) {
    case 'number':
      return plain(value, 0);
    case 'rate':
      return `${plain(value, 2)}%`;
    case 'duration': {
      const minutes = Math.round(value * 1440);
      return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    }
    case 'date': {
      const { month, day } = dateOfSerial(value);
      return `${month}/${day}`;
    }
  }
}

/** Twelve digits tell every figure apart and hide the binary noise of a shifted point. */
function plain(value: number, shift: number): string {
  const text = Number((value * 10 ** shift).toPrecision(12)).toLocaleString('en-US', { maximumFractionDigits: 20, useGrouping: true });
  return text.replace('-', '▲');
}
