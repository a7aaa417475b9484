import { expect, test } from '@jest/globals';
import { standardDefinitions } from '../domain/support';
import { fuzzCells, fuzzTexts } from './campaign';
import { isSaid, saidBy } from './said';

/** A part of `npm run fuzz`, always the same. */
const SEED = 20_241_127;

test('random cells: no reader breaks, and none gives a figure that the text does not say', () => {
  const { counts, failure, runs } = fuzzCells(SEED, 3_000);
  expect(failure).toBeNull();
  expect([runs, counts.read > 300, counts.blank > 100, counts.refused > 3_000]).toEqual([3_000, true, true, true]);
});

test('random texts: no reader breaks, and none gives a figure that the text does not say', () => {
  const { counts, failure, runs } = fuzzTexts(SEED, 300, standardDefinitions());
  expect(failure).toBeNull();
  expect([runs, counts.figures > 300, counts.unread > 10, counts.branches > 30, counts.tables > 50, counts.records > 10]).toEqual([300, true, true, true, true, true]);
});

/** The judge itself: a figure that nobody wrote must not pass. */
test.each<[string, number, 'number' | 'rate' | 'duration' | 'date', boolean]>([
  ['１，２３４件', 1234, 'number', true], ['１，２３４件', 1233, 'number', false], ['1e3', 1000, 'number', false], ['0x10', 16, 'number', false], ['10²', 102, 'number', false], ['①', 1, 'number', false], ['NaN', NaN, 'number', false],
  ['94.6％', 0.946, 'rate', true], ['94.6％', 94.5, 'rate', false], ['3：46', 226 / 1440, 'duration', true], ['3:46', 225 / 1440, 'duration', false], ['1/15', 45_672, 'date', true], ['令和7年1月15日', 45_672, 'date', true], ['1/15', 45_306, 'date', false],
])('%s says %d as %s: %s', (text, value, form, says) => {
  expect(isSaid(value, saidBy(text, 2024), form)).toBe(says);
});
