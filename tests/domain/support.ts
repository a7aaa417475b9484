import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Definitions, RowDefinition } from '../../src/domain/definitions';
import type { SeedFigure, SeedFigures } from '../../src/domain/figures';
import { serialOfDate } from '../../src/domain/fiscalYear';
import { parseDefinitions, parseSeedFigures, type SeedReading } from '../../src/domain/seedSchema';

const SEEDS = path.join(__dirname, '../../seeds');

/** A seed file as it stands on disk, before any check. */
export const rawSeed = (name: string): unknown => JSON.parse(readFileSync(path.join(SEEDS, `${name}.json`), 'utf8'));

function sound<T>(reading: SeedReading<T>): T {
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.data;
}

export const standardDefinitions = (): Definitions => sound(parseDefinitions(rawSeed('standard')));
export const gunmaFigures = (): SeedFigures => sound(parseSeedFigures(rawSeed('gunma-2024'), standardDefinitions()));

/** What Excel would hold for a figure of a seed file: days for "3:46", a serial for "2024-12-11". */
export function heldValue(figure: SeedFigure): number | null {
  if (typeof figure !== 'string') return figure;
  const [hours, minutes] = figure.split(':').map(Number);
  if (figure.includes(':')) return ((hours ?? NaN) * 60 + (minutes ?? NaN)) / 1440;
  const [year, month, day] = figure.split('-').map(Number);
  return serialOfDate(year ?? NaN, month ?? NaN, day ?? NaN);
}

/** A row of monthly counts over two years, but for `more`. */
export const rowOf = (id: string, label: string, more: Partial<RowDefinition> = {}): RowDefinition => ({
  id, label, aliases: [], asTyped: false, heading: null, kind: '単月', unit: '件', format: '#,##0', totalFormat: null, formula: null, total: '合計', years: 2,
  min: null, max: null, mayFall: null, follows: null, lag: 0, endsAt: null, mergedInto: null, printed: true, ...more,
});
