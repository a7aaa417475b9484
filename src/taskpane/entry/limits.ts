import type { EntryField } from '../../jobs/workbookLook';

/** The lowest and highest figure of a field, as people write them; "" where there is none. */
export interface Limits {
  readonly low: string;
  readonly high: string;
}

export const limitsOf = ({ min, max, expected }: EntryField): Limits => ({ low: written(min, expected), high: written(max, expected) });

function written(figure: number | null, { form, unit }: EntryField['expected']): string {
  if (figure === null) return '';
  switch (form) {
    case 'rate':
      return `${Number((figure * 100).toPrecision(12))}%`;
    case 'duration': {
      const minutes = Math.round(figure * 1440);
      return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    }
    case 'number':
      return `${figure.toLocaleString('ja-JP', { maximumFractionDigits: 10 })}${unit}`;
    case 'date':
      return '';
  }
}
