import { asOfLabel } from '../../domain/fiscalYear';
import { HEADINGS } from '../../domain/publish/headings';
import { publishCount, publishedUnit, publishFigure } from '../../domain/publish/publishedFigure';
import { inWesternYears } from '../../domain/publish/westernYears';
import type { WorkbookState } from '../workbookState';
import type { YearlySheetKey } from '../yearlySheet';
import { HEAD, lineHead, NO_FIGURE, publishedTable, type PublishedCell, type PublishedLine, type PublishedTable } from './publishedTable';

export const YEARLY_PART = '実績値';
const TITLE = '年1回の実績値';
const H = HEADINGS;
const COLUMNS = [...HEAD, H.measure, H.numeratorLabel, H.numeratorUnit, H.numerator, H.denominatorLabel, H.denominatorUnit, H.denominator, H.rateUnit, H.rate, H.asOfEra, H.asOfWestern, H.state, H.note];
const ALWAYS: ReadonlySet<string> = new Set([...HEAD.slice(1), H.measure, H.rate, H.rateUnit]);

/** Figures that exist once a year, with numerator and denominator. null: there is no such list. */
export function yearlyTable(state: WorkbookState): PublishedTable | null {
  const { yearly } = state.lists;
  if (!yearly) return null;
  const definitions = new Map(yearly.content.definitions.map((one) => [one.id, one]));
  const byRow = new Map(yearly.table.lines.map((line) => [line.row, line]));
  const lines = [...yearly.content.rows].flatMap(([key, row]): PublishedLine[] => {
    const line = byRow.get(row);
    const definition = definitions.get(line?.text('id') ?? '');
    const year = line?.value('year');
    if (!line || !definition || typeof year !== 'number') return [];
    const count = (of: YearlySheetKey): PublishedCell => { const value = line.value(of); return typeof value === 'number' ? publishCount(value) : null; };
    const [numerator, denominator] = [count('numerator'), count('denominator')];
    const figure = yearly.content.figures.get(key);
    const rate = figure?.rate == null ? null : publishFigure(figure.rate, definition.format);
    const asOf = rate === null ? '' : asOfLabel(figure?.asOf ?? '');
    return [{
      ...lineHead(state, TITLE, year),
      [H.measure]: definition.label,
      [H.numeratorLabel]: definition.numeratorLabel, [H.numeratorUnit]: countedIn(definition.numeratorLabel), [H.numerator]: numerator,
      [H.denominatorLabel]: definition.denominatorLabel, [H.denominatorUnit]: countedIn(definition.denominatorLabel), [H.denominator]: denominator,
      [H.rate]: rate, [H.rateUnit]: publishedUnit(definition.format, ''),
      [H.asOfEra]: asOf, [H.asOfWestern]: inWesternYears(asOf), [H.state]: rate === null ? null : (figure?.state ?? null),
      [H.note]: rate === null || numerator === null || denominator === null ? NO_FIGURE : null,
    }];
  });
  return publishedTable({ part: YEARLY_PART, title: TITLE, group: null }, COLUMNS, lines, ALWAYS);
}

/** What a count is of, as its own name says: 受診者数 are people. "" where it does not say. */
const countedIn = (label: string): string => COUNTED.find(([ending]) => ending.test(label.trim()))?.[1] ?? '';
const COUNTED: readonly (readonly [RegExp, string])[] = [[/(?:者|人|人員|員)数?$/, '人'], [/件数?$/, '件'], [/事業所数?$/, '事業所'], [/回数?$/, '回'], [/額$/, '円']];
