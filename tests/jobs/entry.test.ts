import { describe, expect, test } from '@jest/globals';
import { look } from '../../src/jobs/look';
import { perform, type TaskContext } from '../../src/jobs/perform';
import type { EntryField, EntryForm } from '../../src/jobs/workbookLook';
import { areaA1 } from '../../src/plan/a1';
import { Bench, GUNMA } from '../support/laidOut';

const MARCH = 11;
const AFTER = new Date(2025, 4, 20);
const at = (bench: Bench): TaskContext => ({ ...bench.context, year: 2024, today: () => AFTER, sample: () => Promise.resolve(GUNMA) });
const formOf = async (bench: Bench, group: string, month: number, today = AFTER): Promise<EntryForm> => (await look(bench.context, 2024, today)).entry(group, month);
const fieldsOf = (form: EntryForm): readonly EntryField[] => form.tables.flatMap((table) => table.fields);
const address = (field: EntryField): string => areaA1(field.place.area);

async function laidOut(): Promise<Bench> {
  const bench = new Bench();
  await bench.layout();
  return bench;
}

async function enter(bench: Bench, month: number, figures: readonly { readonly field: EntryField; readonly text: string }[], group = '業務') {
  const outcome = await perform(at(bench), { kind: 'enter', group, month, figures: figures.map(({ field, text }) => ({ rowId: field.rowId, before: field.text, text })) }, null, () => undefined);
  if (outcome.kind !== 'done') throw new Error('asked');
  return outcome.report;
}

describe('the form of a month', () => {
  test('has every typed row of the group and none that is worked out', async () => {
    const form = await formOf(await laidOut(), '業務', MARCH);
    expect(form).toMatchObject({ title: '令和6年度 3月', previousMonthLabel: '2月', previousYearLabel: '令和5年度 3月' });
    const labels = fieldsOf(form).map((field) => field.label);
    expect(labels).toContain('郵送件数');
    expect(labels).not.toContain('郵送化率');
    const field = fieldsOf(form).find((one) => one.label === '郵送件数');
    expect(field?.text).toMatch(/^[\d,]+$/);
    expect(field?.previousMonth).toMatch(/^[\d,]+$/);
    expect(field?.previousYear).toMatch(/^[\d,]+$/);
    expect(field?.locked).toBeNull();
  });

  test('quarterly figures are asked for in their months only; a total that is typed has its own field', async () => {
    const bench = await laidOut();
    const groups = (await look(bench.context, 2024, AFTER)).groups;
    const labels = async (month: number): Promise<string[]> => (await Promise.all(groups.map((group) => formOf(bench, group, month)))).flatMap(fieldsOf).map((field) => field.label);
    expect(await labels(2)).toContain('カバー率');
    expect(await labels(3)).not.toContain('カバー率');
    const rate = fieldsOf(await formOf(bench, '業務', 3)).filter((field) => field.rowId.startsWith('T01-01'));
    expect(rate.map((field) => field.rowId)).toEqual(['T01-01', 'T01-01:計']);
  });

  test('a field knows its sheet row in its table; a total has none', async () => {
    const table = (await formOf(await laidOut(), '業務', 4)).tables.find((one) => one.id === 'T01');
    expect(table?.fields.map((field) => [field.rowId, field.line])).toEqual([
      ['T01-01', 0], ['T01-01:計', null], ['T01-02', 1], ['T01-03', 2], ['T01-04', 3], ['T01-05', 4], ['T01-06', 5], ['T01-07', 6], ['T01-09', 8],
    ]);
    expect(table?.lines).toBe(9);
  });

  test('a rate that only the totals give is neither asked for nor missing', async () => {
    const bench = await laidOut();
    const ids = fieldsOf(await formOf(bench, '企画総務', 0)).map((field) => field.rowId);
    expect(ids).toContain('T18-02');
    expect(ids).not.toContain('T18-03');
    const missing = (await (await look(bench.context, 2024, AFTER)).missing(MARCH)).flatMap((group) => group.rows);
    expect(missing.map((row) => row.rowId)).not.toContain('T18-03');
  });

  test('last year is the sum with a row merged since, while that row is a line of its own no longer', async () => {
    const bench = await laidOut();
    const figures = async (month: number) => {
      const fields = fieldsOf(await formOf(bench, '業務', month));
      const [own, merged] = ['T01-04', 'T01-05'].map((id) => fields.find((field) => field.rowId === id));
      return { shown: Number(own?.previousYear), merged: Number(merged?.previousYear), told: own?.mergedSince };
    };
    const [july, march] = [await figures(3), await figures(MARCH)];
    const lastYear = GUNMA.series.find((one) => one.row === 'T01-04' && one.year === 2023)?.months ?? [];
    expect(march.merged).toBeGreaterThan(0);
    expect(march).toMatchObject({ shown: Number(lastYear[MARCH]) + march.merged, told: true });
    expect(july).toMatchObject({ shown: lastYear[3], told: false });
  });

  test('a late series is expected later, an ended one is closed', async () => {
    const bench = await laidOut();
    const april = new Date(2025, 3, 7);
    const fields = (await Promise.all((await look(bench.context, 2024, april)).groups.map((group) => formOf(bench, group, MARCH, april)))).flatMap(fieldsOf);
    const rows = bench.context.standard.tables.flatMap((table) => table.rows);
    const dueOf = (id: string | undefined) => fields.find((field) => field.rowId === id)?.due;
    expect(dueOf(rows.find((row) => row.lag > 0 && row.formula === null)?.id)).toBe('later');
    expect(dueOf(rows.find((row) => row.endsAt !== null && row.formula === null && row.kind !== '四半期')?.id)).toBe('closed');
    expect(dueOf('T02-02')).toBe('expected');
  });

  test('a cell with a formula or a text is shown, not offered', async () => {
    const bench = await laidOut();
    const [one, two] = fieldsOf(await formOf(bench, '業務', 0));
    if (!one || !two) throw new Error('too few fields');
    await bench.type('業務', address(one), { formula: '1+1' });
    await bench.type('業務', address(two), { value: '集計中' });
    const fields = fieldsOf(await formOf(bench, '業務', 0));
    expect(fields[0]?.locked).toContain('計算式');
    expect(fields[1]).toMatchObject({ text: '集計中' });
    expect(fields[1]?.locked).toContain('数値ではない');
    const report = await enter(bench, 0, [{ field: fields[1]!, text: '5' }]);
    expect(report.changed).toBe(false);
    expect(bench.cell('業務', address(two)).value).toBe('集計中');
  });

  test('a cell of blanks alone, which looks empty, is offered as an empty one', async () => {
    const bench = await laidOut();
    const [one] = fieldsOf(await formOf(bench, '業務', 0));
    if (!one) throw new Error('no field');
    await bench.type('業務', address(one), { value: '　' });
    const [field] = fieldsOf(await formOf(bench, '業務', 0));
    expect(field).toMatchObject({ text: '', locked: null });
    const report = await enter(bench, 0, [{ field: field!, text: '100%' }]);
    expect([report.changed, bench.cell('業務', address(one)).value]).toEqual([true, 1]);
  });
});

describe('writing the form', () => {
  test('one write for all; a changed figure is told as a correction', async () => {
    const bench = await laidOut();
    const [one, two, three] = fieldsOf(await formOf(bench, '業務', MARCH)).filter((field) => field.expected.form === 'number' && field.locked === null && field.text !== '');
    if (!one || !two || !three) throw new Error('too few fields');
    const report = await enter(bench, MARCH, [{ field: one, text: '１,２３４' }, { field: two, text: two.text }, { field: three, text: '' }]);
    expect(report.syncs).toBeLessThanOrEqual(4);
    expect(report.summary[0]).toBe('業務 令和6年度 3月の数値を2件書き込みました。');
    expect(report.summary.slice(1).join()).toContain(`${one.text} → １,２３４`);
    expect(report.summary.slice(1).join()).toContain(`${three.text} → 空欄`);
    expect(bench.cell('業務', address(one)).value).toBe(1234);
    expect(bench.cell('業務', address(three)).value).toBeUndefined();
  });

  test('a cell that changed since the form was read is left alone', async () => {
    const bench = await laidOut();
    const [field] = fieldsOf(await formOf(bench, '業務', MARCH)).filter((one) => one.expected.form === 'number');
    if (!field) throw new Error('no field');
    await bench.type('業務', address(field), { value: 77 });
    const report = await enter(bench, MARCH, [{ field, text: '88' }]);
    expect(report.changed).toBe(false);
    expect(report.warnings.join()).toContain('「77」に変わりました');
    expect(bench.cell('業務', address(field)).value).toBe(77);
  });

  test('what cannot be read, or lies outside the limits of its row, is refused with the reason', async () => {
    const bench = await laidOut();
    const field = fieldsOf(await formOf(bench, '業務', MARCH)).find((one) => one.expected.form === 'rate' && one.max !== null && one.locked === null);
    if (!field) throw new Error('no rate');
    const report = await enter(bench, MARCH, [{ field, text: '0.069' }]);
    expect(report.changed).toBe(false);
    expect(report.warnings.join()).toContain('％が付いていない');
    expect((await enter(bench, MARCH, [{ field, text: '9999%' }])).warnings.join()).toMatch(/以下の数値/);
  });

  test('a date of another month is refused', async () => {
    const bench = await laidOut();
    const field = fieldsOf(await formOf(bench, '業務', 0)).find((one) => one.expected.form === 'date');
    if (!field) throw new Error('no date');
    const report = await enter(bench, 0, [{ field, text: '12/11' }]);
    expect(report.changed).toBe(false);
    expect(report.warnings.join()).toContain('4月の日付を入力してください。');
  });

  test('what stands in every cell reads back as itself', async () => {
    const bench = await laidOut();
    for (const group of (await look(bench.context, 2024, AFTER)).groups) {
      for (let month = 0; month < 12; month++) {
        const fields = fieldsOf(await formOf(bench, group, month)).filter((field) => field.text !== '' && field.due !== 'closed');
        const before = fields.map((field) => bench.cell(field.place.sheet, address(field)).value);
        // A blank in front makes it differ as text, so that it is read and written.
        await enter(bench, month, fields.map((field) => ({ field, text: ` ${field.text}` })), group);
        fields.forEach((field, index) => expect(bench.cell(field.place.sheet, address(field)).value).toBeCloseTo(Number(before[index]), 9));
      }
    }
  });
});

describe('what is still to be typed', () => {
  test('blank months are told by group; a late series and months to come are not', async () => {
    const bench = await laidOut();
    const [field] = fieldsOf(await formOf(bench, '業務', 4));
    if (!field) throw new Error('no field');
    const missing = async (asOf: number, today: Date) => (await (await look(bench.context, 2024, today)).missing(asOf)).flatMap((group) => group.rows).find((row) => row.rowId === field.rowId)?.months ?? [];
    expect(await missing(MARCH, AFTER)).toEqual([]);
    await enter(bench, 4, [{ field, text: '' }]);
    expect(await missing(MARCH, AFTER)).toEqual([4]);
    expect(await missing(3, AFTER)).toEqual([]);
    expect(await missing(MARCH, new Date(2024, 7, 20))).toEqual([]);
  });
});
