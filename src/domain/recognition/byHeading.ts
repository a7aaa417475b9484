import { seriesKey } from '../series';
import { isCompatible } from './compatible';
import { likenessOf } from './likeness';
import type { KnownRow, LineMatch, TableMatch } from './matching';

/**
 * Lines that tell only their year, in a table that a labelled line has told: below the heading 累計, where 標準化 is known as the second
 * row of that heading, the lines of years alone are its first. A row in a year is given away once. `year`: of lines that name none.
 */
export function matchByHeading(matches: readonly TableMatch[], year: number | null): TableMatch[] {
  const keyOf = ({ known, line }: LineMatch): string => (known ? seriesKey(known.row.id, line.year ?? year ?? 0) : '');
  const taken = new Set(matches.flatMap((match) => match.lines.map(keyOf)));
  return matches.map((match) => {
    const main = mainRow(match);
    if (!main) return match;
    const lines = match.lines.map((one): LineMatch => {
      const told: LineMatch = { line: one.line, known: main, how: 'heading', near: [] };
      if (one.known !== null || one.line.label !== '' || taken.has(keyOf(told)) || !isCompatible(one.line, main.row)) return one;
      taken.add(keyOf(told));
      return told;
    });
    return { ...match, lines };
  });
}

/** The row that a table's heading stands for, by the heading of its known lines; null: they tell none, or the table's own says otherwise. */
function mainRow({ found, lines }: TableMatch): KnownRow | null {
  const known = lines.flatMap((line) => line.known ?? []);
  const [first] = known;
  const heading = first?.row.heading;
  if (!first || heading == null || known.some(({ table, row }) => table.id !== first.table.id || row.heading !== heading)) return null;
  const row = first.table.rows.find((one) => one.heading === heading);
  return row && likenessOf(heading, found.corner) === 'same' ? { table: first.table, row } : null;
}
