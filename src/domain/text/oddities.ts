import { resolveReference, type Catalog } from '../catalog';
import { checkFigures } from '../checks/checkFigures';
import { seriesKey, type SeriesKey } from '../series';
import type { Slip } from './seriesReader';
import type { TextOddity, TextSeries } from './textReading';

/** What is odd in the figures of a text, each with the lines it concerns: by the rules for figures, and those written otherwise than meant. */
export function odditiesOf(catalog: Catalog, fiscalYear: number, series: ReadonlyMap<SeriesKey, TextSeries>, slips: readonly Slip[]): TextOddity[] {
  const lineOf = (rowId: string, year: number): number[] => [series.get(seriesKey(rowId, year))?.line ?? []].flat();
  const found = checkFigures(catalog, fiscalYear, series).map((finding): TextOddity => {
    const row = catalog.rows.get(finding.rowId);
    const follows = finding.kind === 'follows' && row?.definition.follows != null ? resolveReference(row.definition.follows, row.table, catalog.resolve) : null;
    const base = follows?.ok ? lineOf(follows.data.rowId, finding.year - follows.data.yearsBack) : [];
    return oddity(finding, [...lineOf(finding.rowId, finding.year), ...base]);
  });
  return [...found, ...slips.map((slip) => oddity({ ...slip, kind: 'slip' }, [slip.line]))];
}

function oddity({ kind, rowId, year, text }: Pick<TextOddity, 'kind' | 'rowId' | 'year' | 'text'>, lines: readonly number[]): TextOddity {
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  return { kind, rowId, year, lines: sorted, text: `${sorted.join('・')}行目 ${text}` };
}
