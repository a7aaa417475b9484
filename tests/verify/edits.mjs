import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compare, pairFigures } from './figures.mjs';
import { runJobs } from './jobs.mjs';
import { convert } from './libreoffice.mjs';
import { editInLibreOffice } from './macro.mjs';
import { cellsOf, readBook } from './xlsx.mjs';

/** What people do to a saved workbook, done by LibreOffice; then all jobs run on it, twice. */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const JULY = 5;
const CONSTANT = (cell) => !cell.formula && typeof cell.value === 'number';

/** Each edit: Basic statements, words the jobs must print, and what else must hold. */
function edits(rowOf) {
  const sheet = (name) => `sheets.getByName("${name}")`;
  const cell = (name, column, row) => `${sheet(name)}.getCellByPosition(${column}, ${row})`;
  const [rate, counter, post] = ['郵送化率', '窓口件数', '郵送件数'].map((row) => rowOf(`月次_郵送化率_${row}_2024`));
  const total = rowOf('月次_サービススタンダード_合計_2024');
  const swap = ['Dim one, two, upper, lower', `one = ${sheet('業務')}.getCellRangeByPosition(0, ${counter}, 13, ${counter})`, `two = ${sheet('業務')}.getCellRangeByPosition(0, ${post}, 13, ${post})`,
    'upper = one.getDataArray() : lower = two.getDataArray()', 'one.setDataArray(lower) : two.setDataArray(upper)'];
  const quarter = [`${sheet('業務')}.Columns.insertByIndex(${JULY}, 1)`];
  for (let row = rate - 1; row <= post; row++) quarter.push(row < rate ? `${cell('業務', JULY, row)}.String = "第1四半期計"` : `${cell('業務', JULY, row)}.Value = 1000`);
  return [
    { name: 'opened and saved', statements: [], untouched: true },
    { name: 'three rows above a table, a column inside', statements: [`${sheet('業務')}.Rows.insertByIndex(${rate - 2}, 3)`, `${sheet('業務')}.Columns.insertByIndex(${JULY}, 1)`], untouched: true, between: JULY },
    { name: 'quarter subtotals between the months', statements: quarter, says: ['行や列の移動で合わなくなった計算式'], between: JULY },
    { name: 'a figure over a formula', statements: [`${cell('業務', JULY, rate)}.Value = 0.5`], says: ['入力されていました。計算式に戻しました', 'シート「上書きの記録」'], restored: [`業務!${rate},${JULY}`] },
    { name: 'a figure over a total', statements: [`${cell('業務', 14, total)}.Value = 1`], says: ['入力されていました。計算式に戻しました'], restored: [`業務!${total},14`] },
    { name: 'another formula', statements: [`${cell('業務', JULY, rate)}.Formula = "=F${post + 1}*2"`], says: ['別の計算式'], untouched: true, differs: true },
    { name: 'a deleted name', statements: ['doc.NamedRanges.removeByName("月次_郵送化率_郵送件数_2024")', 'doc.NamedRanges.removeByName("月次_郵送化率_見出し_2024")', 'doc.NamedRanges.removeByName("事業計画_KPI")'], says: ['付け直しました'] },
    { name: 'two sorted rows', statements: swap, says: ['が指す場所を直しました'] },
    { name: 'a renamed label', statements: [`${cell('業務', 0, counter)}.String = "窓口での受付"`], says: ['項目名が「窓口での受付」に変わっています'], untouched: true },
    { name: 'renamed sheets', statements: [`${sheet('業務')}.setName("業務G（月次）")`, `${sheet('KPI')}.setName("重要指標")`, `${sheet('表定義')}.setName("定義")`], untouched: true },
    { name: 'a deleted sheet', statements: ['sheets.removeByName("保健")', 'sheets.removeByName("年間まとめ")'], says: ['シート「保健」を追加しました', 'シート「年間まとめ」を追加しました'] },
  ];
}

/** Typed figures by sheet and cell. */
function typedFigures(book) {
  const found = new Map();
  for (const [title, cells] of book) for (const [key, cell] of cells) if (CONSTANT(cell)) found.set(`${title}!${key}`, cell.value);
  return found;
}

/** Faults of one edit, in words. */
function faultsOf(edit, file, seed, folder) {
  const edited = editInLibreOffice(file, edit.statements, folder);
  const [out, again, report] = ['first-run.xlsx', 'second-run.xlsx', 'edits.json'].map((name) => path.join(folder, name));
  const printed = runJobs({ input: edited, out, report });
  const faults = (edit.says ?? []).filter((words) => !printed.includes(words)).map((words) => `did not say 「${words}」`);
  const same = readFileSync(edited).equals(readFileSync(out));
  if (edit.untouched && !same) faults.push(`changed the workbook: ${printed}`);
  if (!edit.untouched && same) faults.push('changed nothing');
  runJobs({ input: out, out: again, report });
  if (!readFileSync(out).equals(readFileSync(again))) faults.push('a second run changed the workbook again');
  const after = typedFigures(readBook(out));
  for (const [cell, value] of typedFigures(readBook(edited))) {
    if (after.get(cell) !== value && !(edit.restored ?? []).includes(cell)) faults.push(`the typed figure ${value} in ${cell} is gone`);
  }
  const book = readBook(convert(out, 'xlsx', folder, 'always'));
  const isBetween = (sheet, column) => edit.between === column && sheet.startsWith('業務');
  const { known, mismatches } = compare(pairFigures(seed, readJson(report).names, book, isBetween));
  if (!edit.differs && (known.length !== 1 || mismatches.length > 0)) faults.push(`${mismatches.length} figures differ from the print, first ${JSON.stringify(mismatches[0])}`);
  return faults;
}

/** Whether the jobs find everything again after each edit; prints a line an edit. */
export function editsHold(file, names, seed, folder) {
  const rowOf = (name) => cellsOf(names.find((one) => one.name === name)?.refersTo ?? '').cells[0].row;
  let hold = true;
  for (const edit of edits(rowOf)) {
    const faults = faultsOf(edit, file, seed, folder);
    console.log(`edit: ${edit.name}: ${faults.length === 0 ? 'ok' : 'FAILED'}`);
    for (const fault of faults) console.error(`  ${fault.slice(0, 600)}`);
    hold = hold && faults.length === 0;
  }
  return hold;
}
