import { describe, expect, test } from '@jest/globals';
import type { EntryField, EntryForm } from '../../src/jobs/workbookLook';
import { enteredOf, fieldsOf, judge, judgeAll, stillUnsaved } from '../../src/taskpane/entry/draft';
import { isColumn, pasteColumn } from '../../src/taskpane/entry/paste';
import { fakeForm } from './fakeTables';

const form: EntryForm = fakeForm('業務', 11);
const fields = fieldsOf(form);
const field = (rowId: string): EntryField => {
  const found = fields.find((each) => each.rowId === rowId);
  if (found === undefined) throw new Error(rowId);
  return found;
};

describe('what a text in a field comes to', () => {
  test.each([
    ['the same figure written otherwise', 'T01-02', '３，０００件', 'same'],
    ['the cell’s own text', 'T01-02', '3000', 'same'],
    ['another figure', 'T01-02', '3,001', 'changed'],
    ['an emptied field', 'T01-02', '', 'changed'],
    ['nothing in an empty field', 'T01-04', ' ', 'same'],
    ['zero in an empty field', 'T01-04', '0', 'changed'],
    ['a rate without its sign', 'T01-01', '0.98', 'refused'],
    ['the same rate', 'T01-01', '100.0％', 'same'],
    ['more than can be', 'T01-01', '101%', 'refused'],
    ['less than can be', 'T01-04', '▲1', 'refused'],
    ['a formula', 'T01-04', '=1+1', 'refused'],
  ])('%s', (_, rowId, text, kind) => {
    expect(judge(field(rowId), text).kind).toBe(kind);
  });

  test('what stands in the cell already is not refused', () => {
    expect(judge({ ...field('T01-01'), text: '120%' }, '120%')).toEqual({ kind: 'same' });
  });

  test('limits are told as people write them', () => {
    expect(judge(field('T01-01'), '101%')).toEqual({ kind: 'refused', reason: '100%以下の数値を入力してください。' });
    const hours = { ...field('T01-04'), expected: { form: 'duration', unit: '時間', fiscalYear: 2024 } as const, min: null, max: 0.5 };
    expect(judge(hours, '13:00')).toEqual({ kind: 'refused', reason: '12:00以下の数値を入力してください。' });
  });

  test('a slip is read and the reading told', () => {
    const hours = { ...field('T01-04'), expected: { form: 'duration', unit: '時間', fiscalYear: 2024 } as const, min: null, max: null };
    expect(judge(hours, '3.46')).toEqual({ kind: 'changed', notes: ['「3.46」を 3:46 と読みました。'] });
  });
});

test('corrections are those where something stood before; locked and ended rows are never written', () => {
  const drafts = new Map([['T01-02', '3001'], ['T01-04', '39'], ['T01-01', '0.9'], ['T02-03', '5'], ['T01-05', '7']]);
  const judged = judgeAll(form, drafts);
  expect(enteredOf(judged.changed)).toEqual([{ rowId: 'T01-02', before: '3000', text: '3001' }, { rowId: 'T01-04', before: '', text: '39' }]);
  expect(judged.corrections.map((each) => each.field.rowId)).toEqual(['T01-02']);
  expect(judged.refused.map((each) => each.field.rowId)).toEqual(['T01-01']);
});

test('what was written is no draft any more; what was not stays', () => {
  expect([...stillUnsaved(form, new Map([['T01-02', '3,000'], ['T01-04', '39'], ['gone', '1']])).keys()]).toEqual(['T01-04']);
});

describe('a pasted column', () => {
  const [first, second] = form.tables;
  if (!first || !second) throw new Error('too few tables');
  const paste = (from: string, text: string, table = first) => {
    const { texts, ...rest } = pasteColumn(table, from, text);
    return { texts: [...texts], ...rest };
  };
  test('goes by the rows of the sheet: rows worked out or ended use up their line', () => {
    expect(paste('T01-02', '3001\r\n7\r\n39\r\n\r\n3047\r\n')).toEqual({ texts: [['T01-02', '3001'], ['T01-04', '39']], order: 'lines', ignored: 2, beyond: 0, long: 0, columns: false });
  });
  test('never runs on into the next table', () => {
    expect(paste('T01-04', '39\n\n3047\n\n95%\n181\n')).toMatchObject({ texts: [['T01-04', '39']], ignored: 1, beyond: 2 });
  });
  test('a figure for each open field, without a gap, goes by the fields', () => {
    expect(paste('T01-01', '100%\n3001\n39')).toMatchObject({ texts: [['T01-01', '100%'], ['T01-02', '3001'], ['T01-04', '39']], order: 'fields', ignored: 0 });
    expect(paste('T01-01', '100%\n\n39')).toMatchObject({ texts: [['T01-01', '100%']], order: 'lines', ignored: 1 });
  });
  test('a total that is typed takes no line of the months', () => {
    const total = { ...field('T01-01'), rowId: 'T01-01:計', line: null };
    const [rate, ...others] = first.fields;
    const table = { ...first, fields: [rate!, total, ...others] };
    expect(paste('T01-01', '100%\n3001\n\n39', table).texts).toEqual([['T01-01', '100%'], ['T01-02', '3001'], ['T01-04', '39']]);
    expect(paste('T01-01:計', '99%\n3001', table)).toMatchObject({ texts: [['T01-01:計', '99%']], beyond: 1 });
  });
  test('of several columns the first is used', () => {
    expect(paste('T02-02', '1\t2\n3\t4\n5\t6\n', second)).toMatchObject({ texts: [['T02-02', '1'], ['T02-04', '5']], ignored: 1, columns: true });
  });
  test('a line break within a cell beside it moves no figure to another row', () => {
    expect(paste('T01-02', '3001\t"備考\r\n続き"\r\n7\t\r\n39\t\r\n').texts).toEqual([['T01-02', '3001'], ['T01-04', '39']]);
  });
  test('of a million characters what is no figure is left out, and lines beyond the table are counted', () => {
    expect(paste('T01-02', `${'1'.repeat(1_000_000)}\n7\n39`)).toMatchObject({ texts: [['T01-04', '39']], long: 1 });
    expect(paste('T01-02', 'あ'.repeat(1_000_000))).toMatchObject({ texts: [], long: 1, beyond: 0 });
    expect(paste('T01-02', '1\n'.repeat(500_000)).beyond).toBe(500_000 - (first.lines - 1));
    expect(paste('T01-02', '\t'.repeat(1_000_000))).toMatchObject({ texts: [], beyond: 0, columns: true });
  });
  test.each<[string, string, 'changed' | 'refused']>([
    ['full width', '１，２３４', 'changed'], ['a minus sign of tables', '△５', 'refused'], ['=', "=cmd|' /C calc'!A0", 'refused'], ['+', '+1', 'refused'], ['-', '-1+2', 'refused'], ['@', '@SUM(1)', 'refused'],
  ])('%s is judged as if it were typed', (_, text, kind) => {
    const pasted = pasteColumn(first, 'T01-02', `${text}\n7`).texts.get('T01-02') ?? '';
    expect([pasted, judge(field('T01-02'), pasted).kind]).toEqual([text, kind]);
  });
  test.each([['12', false], ['1'.repeat(101), true], ['12\r\n', false], ['1\n2', true], ['1\t2', true]])('%j is a column: %p', (text, expected) => {
    expect(isColumn(text)).toBe(expected);
  });
});
