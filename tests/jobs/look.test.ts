import { describe, expect, test } from '@jest/globals';
import { look } from '../../src/jobs/look';
import { perform, performUnseen, propose, type TaskContext } from '../../src/jobs/perform';
import type { Task } from '../../src/jobs/task';
import { Bench, GUNMA, MARCH, STANDARD } from '../support/laidOut';

const AFTER = new Date(2025, 4, 20);
const at = (bench: Bench): TaskContext => ({ ...bench.context, year: 2024, today: () => AFTER, sample: () => Promise.resolve(GUNMA) });
const run = (bench: Bench, task: Task) => perform(at(bench), task, null, () => undefined);
const see = (bench: Bench, today = AFTER) => look(bench.context, 2024, today);

describe('the look at a workbook', () => {
  test('a new workbook is empty, asks for nothing and is not written to', async () => {
    const bench = new Bench();
    const found = await see(bench);
    expect(found.condition).toBe('empty');
    expect(found.kpis(MARCH)).toEqual([]);
    expect((await found.tables()).map((table) => table.state)).toEqual(Array(19).fill('missing'));
    expect(bench.book.sheets.flatMap((sheet) => [...sheet.cells])).toEqual([]);
  });

  test('the standard definitions are fetched only for a workbook that lacks a list of its own, and make no other difference', async () => {
    const bench = new Bench();
    let fetched = 0;
    const late = { gateway: bench.gateway, standard: () => Promise.resolve(STANDARD).finally(() => fetched++) };
    const shown = async (context: Parameters<typeof look>[0]): Promise<string> => {
      const found = await look(context, 2024, AFTER);
      const forms = await Promise.all([...found.groups.map((group) => found.entry(group, MARCH)), found.tables(), found.missing(MARCH), found.outputs(), found.progress()]);
      return JSON.stringify([found, found.kpis(MARCH), forms]);
    };
    const same = async (): Promise<void> => expect(await shown(late) === await shown(bench.context)).toBe(true);
    await same();
    expect(fetched).toBe(1);
    await bench.layout();
    await bench.evaluate();
    await same();
    expect(fetched).toBe(1);
    for (const sheet of ['実績値', '事業計画', 'KPI', '表定義']) {
      bench.book.sheets.splice(bench.book.sheets.indexOf(bench.sheet(sheet)), 1);
      fetched = 0;
      await same();
      expect([sheet, fetched]).toEqual([sheet, 1]);
    }
  });

  test('every KPI comes with mark, figures, months and places', async () => {
    const bench = new Bench();
    await bench.layout();
    expect((await see(bench)).evaluation).toBeNull();
    await bench.evaluate();
    const found = await see(bench);
    expect(found).toMatchObject({ condition: 'laidOut', yearLabel: '令和6年度（2024年度）', evaluation: { asOf: MARCH, at: '2025/4/7 9:30' }, suggestedMonth: MARCH, obstacles: { readOnly: null, locked: null } });
    const cards = found.kpis(MARCH);
    expect(cards.length).toBeGreaterThan(15);
    const card = cards.find((one) => one.conditions.some((condition) => condition.label.includes('郵送化率')));
    if (!card) throw new Error('no card for 郵送化率');
    const [condition] = card.conditions;
    expect(card.mark).toBe(card.current);
    expect(card.owner).not.toBe('');
    expect(condition?.trend?.months).toHaveLength(12);
    expect(condition?.trend?.previous.some((month) => month !== null)).toBe(true);
    expect(condition?.trend?.shown[0]).toMatch(/％$/);
    expect(condition?.place?.sheet).toBe('業務');
    expect(card.place?.sheet).toBe('KPI');
    expect(cards.some((one) => one.stale)).toBe(false);
  });

  test('a figure changed after the evaluation makes its card stale', async () => {
    const bench = new Bench();
    await bench.layout();
    await bench.evaluate();
    const card = (await see(bench)).kpis(MARCH).find((one) => one.conditions[0]?.label.includes('郵送化率'));
    const form = await (await see(bench)).entry('業務', MARCH);
    const field = form.tables.flatMap((table) => table.fields).find((one) => one.label.includes('郵送件数'));
    if (!field) throw new Error('no field');
    await run(bench, { kind: 'enter', group: '業務', month: MARCH, figures: [{ rowId: field.rowId, before: field.text, text: '9,999' }] });
    const after = (await see(bench)).kpis(MARCH);
    expect(after.filter((one) => one.stale).map((one) => one.id)).toEqual([card?.id]);
  });
});

describe('tables', () => {
  test('what is broken is told with its place', async () => {
    const bench = new Bench();
    await bench.layout();
    const healthy = await (await see(bench)).tables();
    expect(healthy.every((table) => table.state === 'right')).toBe(true);
    const table = healthy.find((one) => one.id === 'T02');
    const place = table?.place;
    if (!place) throw new Error('no place');
    const names = bench.book.names.filter((name) => !name.name.includes('郵送化率_'));
    bench.book.names.splice(0, bench.book.names.length, ...names);
    const found = (await (await see(bench)).tables()).find((one) => one.id === 'T02');
    expect(found?.state).toBe('attention');
    expect(found?.findings.map((finding) => finding.kind)).toEqual(['nameLost']);
    expect(found?.findings[0]?.text).toMatch(/名前 \d+件がなくなっています/);
  });

  test('a figure over a formula is told, comes back only when ticked and agreed to, and is kept in the record', async () => {
    const bench = new Bench();
    await bench.layout();
    await bench.type('業務', await ratioCell(bench), { value: 0.5 });
    const finding = (await (await see(bench)).tables()).flatMap((table) => table.findings).find((one) => one.kind === 'typedOver');
    expect(finding?.text).toContain('値（50.0％）が入力されています');
    const left = await propose(at(bench), { kind: 'recompute', restore: [] });
    expect(left.empty).toBe(true);
    expect(left.warnings.join()).toContain('50.0％');
    const task: Task = { kind: 'recompute', restore: ['T02-01@2024:4月'] };
    const proposal = await propose(at(bench), task);
    expect(proposal.words.join()).toContain('入力されている値 1件を計算式に戻します');
    expect(bench.cell('業務', await ratioCell(bench)).value).toBe(0.5);
    const outcome = await perform(at(bench), task, proposal, () => undefined);
    expect(outcome.kind).toBe('done');
    expect(bench.cell('業務', await ratioCell(bench)).formula).toBeDefined();
    expect(bench.book.sheets.map((sheet) => sheet.name)).toContain('上書きの記録');
  });
});

/** The first 郵送化率 of the year, by its name. */
function ratioCell(bench: Bench): Promise<string> {
  const name = bench.book.names.find((one) => one.name === '月次_郵送化率_郵送化率_2024');
  const first = /\$([A-Z]+)\$(\d+)/.exec(name?.refersTo ?? '');
  if (!first) throw new Error('no name');
  return Promise.resolve(`${first[1]}${first[2]}`);
}

describe('a proposal', () => {
  test('counts what a new workbook gets; the workbook stays as it was until it is agreed to', async () => {
    const bench = new Bench();
    const proposal = await propose(at(bench), { kind: 'layout', sample: false });
    expect(proposal.words[0]).toMatch(/^19の表（\d+行）を配置します。数値は空欄です。$/);
    expect(proposal.words.join()).toMatch(/\d+枚のシート、\d+個の名前を追加します/);
    expect(proposal.words).toContain('入力値は変わりません。');
    expect(bench.book.sheets).toHaveLength(1);
    const outcome = await perform(at(bench), { kind: 'layout', sample: false }, proposal, () => undefined);
    expect(outcome.kind).toBe('done');
    expect((await propose(at(bench), { kind: 'layout', sample: false })).empty).toBe(true);
  });

  test('what was agreed to no longer fits: nothing is written, the new proposal comes back', async () => {
    const bench = new Bench();
    const proposal = await propose(at(bench), { kind: 'layout', sample: true });
    await bench.layout();
    bench.book.names.splice(3, 1);
    const before = JSON.stringify(bench.book.names);
    const outcome = await perform(at(bench), { kind: 'layout', sample: true }, proposal, () => undefined);
    expect(outcome).toMatchObject({ kind: 'changed', proposal: { empty: false } });
    expect(JSON.stringify(bench.book.names)).toBe(before);
  });

  test('the sample is laid out as its own year, whatever year it is', async () => {
    const bench = new Bench();
    const outcome = await perform({ ...at(bench), year: 2026 }, { kind: 'layout', sample: true }, null, () => undefined);
    expect(outcome).toMatchObject({ kind: 'done', report: { warnings: [] } });
    const report = await bench.evaluate();
    expect(report.evaluations.filter((one) => one.computed !== '－').length).toBeGreaterThan(10);
    expect(await bench.layout()).toMatchObject({ changed: false });
  });

  test('the phases come in their order', async () => {
    const bench = new Bench();
    const phases: string[] = [];
    await perform(at(bench), { kind: 'layout', sample: false }, null, (phase) => {
      phases.push(phase);
    });
    expect(phases).toEqual(['reading', 'thinking', 'writing']);
  });
});

describe('a job whose report nobody sees', () => {
  const report = (bench: Bench): unknown => bench.cell('KPI', 'C6').value;

  test('writes it into the sheet KPI, once', async () => {
    const bench = new Bench();
    await bench.layout();
    expect(bench.cell('KPI', 'A6').value).toBe('直近の結果');
    expect(await performUnseen(at(bench), { kind: 'evaluate', asOf: MARCH })).toBe(true);
    expect(report(bench)).toMatch(/^令和7年3月末現在で KPI \d+件を評価しました/);
    await performUnseen(at(bench), { kind: 'evaluate', asOf: MARCH });
    expect(report(bench)).toContain('変更はありません');
    const before = bench.gateway.requests;
    await performUnseen(at(bench), { kind: 'evaluate', asOf: MARCH });
    // Two reads: the report stands there already.
    expect(bench.gateway.requests - before).toBe(2);
  });

  test('a workbook without the cell is left alone', async () => {
    const bench = new Bench();
    expect(await performUnseen(at(bench), { kind: 'layout', sample: false })).toBe(false);
    expect(bench.book.sheets).toHaveLength(1);
  });
});
