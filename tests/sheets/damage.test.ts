import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../src/embedded/model/book';
import { columnLetters } from '../../src/plan/a1';
import { finishedOnce } from '../support/finishedOnce';
import { Bench } from '../support/laidOut';

/** What people and other programs do to a workbook between two jobs. */
const { fresh } = finishedOnce();
const JULY = columnLetters(5);
const at = (bench: Bench, label: string, nth = 0): string => `${JULY}${bench.rowOf('業務', label, nth) + 1}`;

describe('a workbook of somebody else', () => {
  test('sheets that are there are not touched, even where they bear a name of ours', async () => {
    const bench = new Bench();
    const foreign = bench.sheet('Sheet1');
    foreign.name = '業務';
    foreign.cells.set(cellKey(3, 3), { value: 'メモ' });
    const before = JSON.stringify([...foreign.cells]);
    const report = await bench.layout();
    expect(report.summary.join()).toContain('シート「業務（2）」を追加しました');
    expect(JSON.stringify([...bench.sheet('業務').cells])).toBe(before);
    expect((await bench.layout()).changed).toBe(false);
    expect((await bench.evaluate()).evaluations.find((one) => one.id === '2')?.computed).toBe('△');
  });
});

describe('a workbook that was worked on', () => {
  test('jobs on a finished workbook change nothing', async () => {
    const bench = fresh();
    const before = bench.contents();
    for (const report of await bench.all()) {
      expect(report.changed).toBe(false);
      expect(report.warnings).toEqual([]);
      expect(report.syncs).toBeLessThanOrEqual(2);
    }
    expect(bench.contents()).toBe(before);
  });

  test('a figure over a formula gives way, and is kept in the record', async () => {
    const bench = fresh();
    const cell = at(bench, '郵送化率', 1);
    const formula = bench.cell('業務', cell).formula;
    await bench.type('業務', cell, { value: 0.5 });
    const report = await bench.recompute();
    expect(bench.cell('業務', cell).formula).toBe(formula);
    expect(report.summary.join()).toContain('計算式のセルに値（50.0％）が入力されていました。計算式に戻しました');
    expect([...bench.sheet('上書きの記録').cells.values()].some((one) => one.value === 0.5)).toBe(true);
    const after = bench.contents();
    expect((await bench.recompute()).changed).toBe(false);
    expect(bench.contents()).toBe(after);
  });

  test('unasked, a figure over a formula stays and is told', async () => {
    const bench = fresh();
    const cell = at(bench, '郵送化率', 1);
    await bench.type('業務', cell, { value: 0.5 });
    const report = await bench.recompute(new Set());
    expect(report.changed).toBe(false);
    expect(bench.cell('業務', cell).value).toBe(0.5);
    expect(report.typedOver).toHaveLength(1);
    expect(report.warnings.join()).toContain('変更していません');
  });

  test('手入力のまま in the record keeps a typed figure', async () => {
    const bench = fresh();
    const cell = at(bench, '郵送化率', 1);
    await bench.type('業務', cell, { value: 0.5 });
    await bench.recompute();
    const record = bench.sheet('上書きの記録');
    const line = [...record.cells].find(([, one]) => one.value === '計算式に戻した');
    record.cells.set(line?.[0] ?? 0, { value: '手入力のまま' });
    await bench.type('業務', cell, { value: 0.6 });
    const report = await bench.recompute();
    expect(report.changed).toBe(false);
    expect(bench.cell('業務', cell).value).toBe(0.6);
  });

  test('a different formula is told, never put back', async () => {
    const bench = fresh();
    const cell = at(bench, '郵送化率', 1);
    await bench.type('業務', cell, { formula: 'F40*2' });
    const report = await bench.recompute();
    expect(report.changed).toBe(false);
    expect(report.warnings.join()).toContain('別の計算式「=F40*2」があります。変更していません');
  });

  test('an emptied formula comes back', async () => {
    const bench = fresh();
    const cell = at(bench, '合計', 1);
    const formula = bench.cell('業務', cell).formula;
    await bench.type('業務', cell, {});
    expect((await bench.recompute()).summary.join()).toContain('消えていた計算式 1件');
    expect(bench.cell('業務', cell).formula).toBe(formula);
  });

  test('deleted names are given again', async () => {
    const bench = fresh();
    const lost = bench.book.names.filter((name) => /窓口件数_2024|見出し_2023|郵送化率_計|事業計画_KPI/.test(name.name));
    expect(lost.length).toBeGreaterThan(5);
    bench.book.names.splice(0, bench.book.names.length, ...bench.book.names.filter((name) => !lost.includes(name)));
    const report = await bench.layout();
    expect(report.changed).toBe(true);
    for (const name of lost) expect(bench.book.names.find((one) => one.name === name.name)?.refersTo).toBe(name.refersTo);
    expect((await bench.layout()).changed).toBe(false);
  });

  test('all names gone: everything is found by title and label', async () => {
    const bench = fresh();
    const before = bench.book.names.map((name) => `${name.name}=${name.refersTo}`).filter((line) => !line.includes('年間まとめ')).sort();
    bench.book.names.splice(0);
    const report = await bench.layout();
    expect(report.warnings).toEqual([]);
    expect(bench.book.names.map((name) => `${name.name}=${name.refersTo}`).sort()).toEqual(before);
  });

  test('two sorted rows: names follow their labels, formulas of ours are mended', async () => {
    const bench = fresh();
    const [a, b] = [bench.rowOf('業務', '窓口件数', 1), bench.rowOf('業務', '郵送件数', 1)];
    const { cells } = bench.sheet('業務');
    const typed = cells.get(cellKey(b, 5))?.value;
    for (let column = 0; column < 14; column++) {
      const [x, y] = [cells.get(cellKey(a, column)), cells.get(cellKey(b, column))];
      cells.set(cellKey(a, column), y ?? {});
      cells.set(cellKey(b, column), x ?? {});
    }
    await bench.engine.recalculate(bench.book);
    const report = await bench.recompute();
    expect(report.changed).toBe(true);
    expect(report.warnings).toEqual([]);
    const name = bench.book.names.find((one) => one.name === '月次_郵送化率_郵送件数_2024');
    expect(name?.refersTo).toBe(`業務!$C$${a + 1}:$N$${a + 1}`);
    expect(cells.get(cellKey(a, 5))?.value).toBe(typed);
    expect((await bench.evaluate()).evaluations.find((one) => one.id === '2')?.actual).toBeCloseTo(0.94260534, 8);
    expect((await bench.recompute()).changed).toBe(false);
  });

  test('a renamed label keeps its row, with a word', async () => {
    const bench = fresh();
    await bench.type('業務', `A${bench.rowOf('業務', '窓口件数', 1) + 1}`, { value: '窓口での受付' });
    const report = await bench.recompute();
    expect(report.changed).toBe(false);
    expect(report.warnings.join()).toContain('項目名が「窓口での受付」に変わっています');
    expect((await bench.evaluate()).evaluations.find((one) => one.id === '2')?.computed).toBe('△');
  });

  test('two rows of the same label without a name: that row is left alone', async () => {
    const bench = fresh();
    await bench.type('業務', `A${bench.rowOf('業務', '窓口件数', 1) + 1}`, { value: '郵送件数' });
    bench.book.names.splice(bench.book.names.findIndex((name) => name.name === '月次_郵送化率_郵送件数_2024'), 1);
    const before = bench.contents();
    const report = await bench.recompute();
    expect(report.warnings.join()).toContain('複数考えられるため決められません');
    expect(bench.contents()).toBe(before);
  });

  test('a deleted monthly sheet is laid out again; the others are not touched', async () => {
    const bench = fresh();
    const others = (): string => JSON.stringify(bench.book.sheets.filter((sheet) => sheet.name === '業務').map((sheet) => [...sheet.cells]));
    const before = others();
    bench.book.sheets.splice(bench.book.sheets.findIndex((sheet) => sheet.name === '保健'), 1);
    for (const name of bench.book.names) if (name.refersTo.startsWith('保健!')) name.refersTo = '#REF!$A$1';
    const report = await bench.layout();
    expect(report.summary.join()).toContain('シート「保健」を追加しました');
    expect(bench.book.names.find((name) => name.name === '月次_健康宣言_累計_2024')?.refersTo).toMatch(/^保健!/);
    expect(others()).toBe(before);
    expect((await bench.layout()).changed).toBe(false);
  });

  const refers = (bench: Bench, name: string): string | undefined => bench.book.names.find((one) => one.name === name)?.refersTo;
  const headerRow = (bench: Bench, name: string): number => Number(/\$(\d+)/.exec(refers(bench, name) ?? '')?.[1]);

  test.each(['月次_サービススタンダード_見出し_2023', '月次_郵送化率_見出し_2024'])('an unreadable month in %s: not laid out twice, and told', async (name) => {
    const bench = fresh();
    const names = JSON.stringify(bench.book.names);
    await bench.type('業務', `F${headerRow(bench, name)}`, { value: '夏' });
    const report = await bench.layout();
    expect(report.changed).toBe(false);
    expect(report.warnings.join()).toContain('見出しの月が読み取れません');
    expect(JSON.stringify(bench.book.names)).toBe(names);
  });

  test('a reworded heading of the total keeps its column, with a word', async () => {
    const bench = fresh();
    await bench.type('業務', `O${headerRow(bench, '月次_サービススタンダード_見出し_2024')}`, { value: '総数' });
    const report = await bench.evaluate();
    expect(report.warnings.join()).toContain('計の見出し「計」が変わっています');
    expect(report.evaluations.find((one) => one.id === '1')?.computed).toBe('○');
  });

  test('our label renamed while somebody else’s row bears the old one: nothing is moved', async () => {
    const bench = fresh();
    const name = '月次_郵送化率_窓口件数_2024';
    const before = refers(bench, name);
    await bench.type('業務', `A${bench.rowOf('業務', '窓口件数', 1) + 1}`, { value: '窓口件数（本所）' });
    await bench.type('業務', `A${bench.rowOf('業務', '郵送件数', 1) + 2}`, { value: '窓口件数' });
    const report = await bench.recompute();
    expect(report.changed).toBe(false);
    expect(report.warnings.join()).toContain('決められません');
    expect(refers(bench, name)).toBe(before);
  });

  test('a header name that points at another year is not followed', async () => {
    const bench = fresh();
    const header = bench.book.names.find((one) => one.name === '月次_郵送化率_見出し_2024');
    const right = header?.refersTo;
    if (header) header.refersTo = refers(bench, '月次_郵送化率_見出し_2023') ?? '';
    const before = refers(bench, '月次_郵送化率_窓口件数_2024');
    await bench.recompute();
    expect(refers(bench, '月次_郵送化率_見出し_2024')).toBe(right);
    expect(refers(bench, '月次_郵送化率_窓口件数_2024')).toBe(before);
  });

  test('remarks and typed cells of the summary survive; a doubled key makes a new sheet that carries them', async () => {
    const bench = fresh();
    const row = [...bench.sheet('年間まとめ').cells].find(([key, cell]) => key % 16384 === 0 && cell.value === '5-1')?.[0] ?? 0;
    const at = Math.floor(row / 16384) + 1;
    await bench.type('年間まとめ', `Q${at}`, { value: '要改善' });
    await bench.type('年間まとめ', `F${at}`, { value: 0.5 });
    const kept = await bench.summary();
    expect(kept.warnings.join()).toContain(`F${at} は計算式の欄ですが`);
    expect(bench.cell('年間まとめ', `F${at}`).value).toBe(0.5);
    await bench.type('年間まとめ', 'A3', { value: '5-1' });
    expect((await bench.summary()).summary.join()).toContain('「年間まとめ（旧）」として残し');
    expect([...bench.sheet('年間まとめ').cells.values()].some((cell) => cell.value === '要改善')).toBe(true);
  });
});
