import type { CatalogRow } from '../catalog';
import { bearsMonth, hasEnded, hasMonths } from '../due';
import { aggregate } from '../evaluateFormula';
import { fiscalMonthOf, dateOfSerial, monthLabel } from '../fiscalYear';
import { asPrinted } from '../formatFigure';
import { failure, success, type Result } from '../result';

/** A figure as it was read. */
export interface ReadValue {
  readonly value: number | null;
  readonly written: string;
  readonly notes: readonly string[];
}

/** Each figure of a line in its place; `note` says by what it was placed, where that was not plain. */
export interface PlacedValues {
  readonly months: readonly (ReadValue | null)[];
  readonly total: ReadValue | null;
  readonly note: string | null;
}

/** What else tells how a short line is to be taken. */
export interface PlacingEvidence {
  readonly hasTotal: boolean;
  /** The row's total worked out from other rows; null: not known. */
  readonly derivedTotal: number | null;
  /** Every other short line of the table, with as many figures, ends in its total. */
  readonly siblingsEndInTotal: boolean;
}

const EVERY_MONTH = Array.from({ length: 12 }, (_, month) => month);

/**
 * Places the figures of a line that has fewer than its heading, as it comes out of a PDF, which drops blank cells: the leading months,
 * and the total where the last figure proves to be it. What proves nothing is refused.
 */
export function placeValues(values: readonly ReadValue[], row: CatalogRow, year: number, evidence: PlacingEvidence): Result<PlacedValues> {
  const { definition } = row;
  if (definition.kind === '実施日') return placeDates(values, evidence.hasTotal);
  const bearing = EVERY_MONTH.filter((month) => hasMonths(definition) && bearsMonth(definition, month));
  const withTotal = evidence.hasTotal && row.total.kind !== 'none';
  const last = values.at(-1);
  if (withTotal && (!last || !endsInTotal(values, row, evidence))) return failure(`数値が${values.length}個しかなく、最後の数値が計かどうか確かめられないため、どの月の数値か判断できません`);
  const months = withTotal ? values.slice(0, -1) : values;
  const places = bearing.slice(0, months.length);
  if (months.length > bearing.length) return failure(`数値が${values.length}個あり、どの月の数値か判断できません`);
  const beyond = places.find((month) => hasEnded(definition, year, month));
  if (beyond !== undefined) return failure(`数値が${values.length}個あり、終了した月（${monthLabel(beyond)}）にかかるため、どの月の数値か判断できません`);
  const placed = EVERY_MONTH.map((month) => months[places.indexOf(month)] ?? null);
  return success({ months: placed, total: withTotal ? (last ?? null) : null, note: noteOf(values.length, places, withTotal) });
}

function noteOf(count: number, places: readonly number[], withTotal: boolean): string {
  const [first, last] = [places[0], places.at(-1)];
  const months = first === undefined || last === undefined ? '' : first === last ? monthLabel(first) : `${monthLabel(first)}〜${monthLabel(last)}`;
  const parts = [...(months === '' ? [] : [months]), ...(withTotal ? ['計'] : [])].join('と');
  return `数値が${count}個のため、${parts}の数値として読みました`;
}

function endsInTotal(values: readonly ReadValue[], row: CatalogRow, { derivedTotal, siblingsEndInTotal }: PlacingEvidence): boolean {
  const total = values.at(-1)?.value ?? null;
  const before = values.slice(0, -1).map((one) => one.value);
  if (total === null) return false;
  if (!hasMonths(row.definition)) return values.length === 1;
  const format = row.definition.totalFormat ?? row.definition.format;
  const proves = (expected: number | null): boolean => expected !== null && asPrinted(total, format) === asPrinted(expected, format);
  switch (row.total.kind) {
    case 'aggregate':
      return before.some((value) => value !== null) && proves(aggregate(row.total.name, before));
    case 'formula':
      return proves(derivedTotal);
    case 'typed':
      return siblingsEndInTotal && before.length > 0;
    case 'count':
    case 'none':
      return false;
  }
}

/** A date tells its month itself. */
function placeDates(values: readonly ReadValue[], hasTotal: boolean): Result<PlacedValues> {
  const last = values.at(-1);
  const dates = hasTotal ? values.slice(0, -1) : values;
  const months: (ReadValue | null)[] = Array<null>(12).fill(null);
  for (const date of dates) {
    if (date.value === null) continue;
    const month = fiscalMonthOf(dateOfSerial(date.value).month);
    if (months[month]) return failure(`${monthLabel(month)}の日付が2つあるため、読み込めません`);
    months[month] = date;
  }
  return success({ months, total: hasTotal ? (last ?? null) : null, note: '日付のある月の欄に読みました' });
}
