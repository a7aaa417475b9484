import { describe, expect, test } from '@jest/globals';
import { standardDefinitions } from '../domain/support';
import type { Task } from '../../src/jobs/task';
import { cellKey, type Cell } from '../../src/embedded/model/book';
import type { Contents } from '../soak/contents';
import { fuzzCells, fuzzDefinitions, fuzzTexts } from './campaign';
import { invented } from './definitions';
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

test('random contents in the lists of definitions and records: nothing breaks, and no figure of a table is lost or invented', async () => {
  const { counts, failure, runs } = await fuzzDefinitions(SEED, 24);
  expect(failure).toBeNull();
  expect([runs, counts.wrote > 5, counts.nothing > 5, counts.figures > 20_000, counts.jobs.size > 10]).toEqual([24, true, true, true, true]);
});

describe('a figure on a sheet of monthly tables that was not there before', () => {
  const key = cellKey(4, 3);
  const contents = (cell: Cell | null): Contents => ({ sheets: new Map([['s1', { id: 's1', name: '業務', cells: new Map(cell ? [[key, cell]] : []) }]]), names: ['["月次_件数_2024",null,"業務!$B$5:$M$5",""]'] });
  test.each<[string, Task, Cell | null, Cell, readonly number[], readonly Contents[], boolean]>([
    ['is invented', { kind: 'evaluate', asOf: 3 }, null, { value: 7 }, [], [], true],
    ['in place of another, too', { kind: 'summary' }, { value: 6 }, { value: 7 }, [], [], true],
    ['in place of a formula, too', { kind: 'recompute', restore: [] }, { formula: '3+4', value: 7 }, { value: 7 }, [], [], true],
    ['is none where it stood', { kind: 'summary' }, { value: 7 }, { value: 7 }, [], [], false],
    ['is none where it was asked for', { kind: 'fix', ids: [] }, { value: '7件' }, { value: 7 }, [key], [], false],
    ['is none where the text says it', { kind: 'import', text: '件数 5 7', tables: 'all', correct: [] }, null, { value: 7 }, [], [], false],
    ['is one where the text does not', { kind: 'import', text: '件数 5 8', tables: 'all', correct: [] }, null, { value: 7 }, [], [], true],
    ['is none where it comes back', { kind: 'restore', id: 3 }, null, { value: 7 }, [], [contents({ value: 7 })], false],
    ['is one where another had stood', { kind: 'restore', id: 3 }, null, { value: 7 }, [], [contents({ value: 8 })], true],
  ])('%s', (_, task, before, after, asked, earlier, isInvented) => {
    expect(invented(contents(before), contents(after), { task, asked: new Map([['s1', new Set(asked)]]) }, { earlier })).toHaveLength(isInvented ? 1 : 0);
  });
});

/** The judge itself: a figure that nobody wrote must not pass. */
test.each<[string, number, 'number' | 'rate' | 'duration' | 'date', boolean]>([
  ['１，２３４件', 1234, 'number', true], ['１，２３４件', 1233, 'number', false], ['1e3', 1000, 'number', false], ['0x10', 16, 'number', false], ['10²', 102, 'number', false], ['①', 1, 'number', false], ['NaN', NaN, 'number', false],
  ['94.6％', 0.946, 'rate', true], ['94.6％', 94.5, 'rate', false], ['3：46', 226 / 1440, 'duration', true], ['3:46', 225 / 1440, 'duration', false], ['1/15', 45_672, 'date', true], ['令和7年1月15日', 45_672, 'date', true], ['1/15', 45_306, 'date', false],
])('%s says %d as %s: %s', (text, value, form, says) => {
  expect(isSaid(value, saidBy(text, 2024), form)).toBe(says);
});
