import { buildCatalog, type Catalog } from '../../../src/domain/catalog';
import { checkFigures } from '../../../src/domain/checks/checkFigures';
import type { FigureFinding, FindingKind } from '../../../src/domain/checks/finding';
import type { RowDefinition, TableDefinition } from '../../../src/domain/definitions';
import { calendarMonth } from '../../../src/domain/fiscalYear';
import { roundHalfAway } from '../../../src/domain/rounding';
import { seriesKey, type SeriesFigures, type SeriesKey } from '../../../src/domain/series';
import { gunmaFigures, heldValue, standardDefinitions } from '../support';

/** One table of the rows given, each with two years. */
export function catalogOf(rows: readonly (Partial<RowDefinition> & { readonly id: string })[], table: Partial<TableDefinition> = {}): Catalog {
  const whole = rows.map((row): RowDefinition => ({
    label: row.id, aliases: [], asTyped: false, heading: null, kind: '単月', unit: '件', format: '#,##0', totalFormat: null, formula: null, total: 'なし', years: 2,
    min: null, max: null, mayFall: null, follows: null, lag: 0, endsAt: null, mergedInto: null, printed: true, ...row,
  }));
  const one: TableDefinition = { id: 'T1', name: '表', aliases: [], group: '業務', arrangement: '年度ごとの表', totalLabel: '計', firstMonthLabel: null, note: null, rows: whole, ...table };
  return buildCatalog({ schemaVersion: 1, groups: ['業務'], tables: [one], kpis: [], yearly: [], planRows: [], indicators: [] });
}

type Months = readonly (number | null)[];
/** The months from April on, the rest blank, and the total. */
export const line = (months: Months, total: number | null = null): SeriesFigures => ({ months: [...months, ...Array<null>(12 - months.length).fill(null)], total });

/** Lines by row ID, of 2024 unless the key says "row@2023". */
export const book = (lines: Readonly<Record<string, SeriesFigures>>): Map<SeriesKey, SeriesFigures> =>
  new Map(Object.entries(lines).map(([key, one]) => {
    const [id = '', year = '2024'] = key.split('@');
    return [seriesKey(id, Number(year)), one];
  }));

/** "T13-02 2023 follows: 6月 −6, 11月 −9": a finding in short, found less expected. */
export function short({ rowId, year, kind, details }: FigureFinding): string {
  const places = details.map(({ at, expected, found }) => `${at === 'total' ? '計' : `${calendarMonth(at)}月`} ${roundHalfAway(found - expected, 9)}`);
  return `${rowId} ${year} ${kind}: ${places.join(', ')}`;
}

/** What is odd, in short, of one kind or of all. */
export const oddities = (catalog: Catalog, figures: Map<SeriesKey, SeriesFigures>, kind: FindingKind | null = null): string[] =>
  checkFigures(catalog, 2024, figures).filter((finding) => kind === null || finding.kind === kind).map(short);

export const standardCatalog = (): Catalog => buildCatalog(standardDefinitions());
/** The source's figures, months and totals as printed. */
export const sourceFigures = (): Map<SeriesKey, SeriesFigures> =>
  new Map(gunmaFigures().series.map((series) => [seriesKey(series.row, series.year), { months: series.months.map(heldValue), total: heldValue(series.total) }]));

export function seriesOf(figures: ReadonlyMap<SeriesKey, SeriesFigures>, id: string, year: number): SeriesFigures {
  const series = figures.get(seriesKey(id, year));
  if (!series) throw new Error(`no series ${id} ${year}`);
  return series;
}
