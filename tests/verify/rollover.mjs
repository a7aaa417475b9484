import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compare, pairFigures } from './figures.mjs';
import { runHeadless } from './jobs.mjs';
import { convert } from './libreoffice.mjs';
import { readBook } from './xlsx.mjs';

/** 年度更新 twice over: the sample year must still print what the source prints, and LibreOffice must work out what we did. */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const same = (ours, theirs) => (typeof ours === 'number' && typeof theirs === 'number' ? Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours)) : (ours ?? '') === (theirs ?? ''));

function faultsOf(input, year, seed, folder) {
  const [out, again, report] = [`${year}.xlsx`, `${year}-again.xlsx`, `${year}.json`].map((name) => path.join(folder, name));
  runHeadless(['--jobs', 'rollover,recompute,evaluate,summary', '--in', input, '--year', String(year), '--as-of', '4', '--out', out, '--report', report]);
  runHeadless(['--jobs', 'rollover,recompute,evaluate,summary', '--in', out, '--year', String(year), '--as-of', '4', '--out', again, '--report', `${report}.again`]);
  const faults = readFileSync(out).equals(readFileSync(again)) ? [] : ['a second run changed the workbook again'];
  const [ours, theirs] = [readBook(out), readBook(convert(out, 'xlsx', folder, 'always'))];
  let formulas = 0;
  for (const [title, cells] of ours) {
    for (const [key, { value, formula }] of cells) {
      if (!formula) continue;
      formulas++;
      const found = theirs.get(title)?.get(key)?.value;
      if (!same(value, found)) faults.push(`${title} ${key}: ${JSON.stringify(value)} here, ${JSON.stringify(found)} in LibreOffice`);
    }
  }
  if (formulas === 0) faults.push('no formula was compared');
  const { known, mismatches } = compare(pairFigures(seed, readJson(report).names, theirs));
  if (known.length !== 1 || mismatches.length > 0) faults.push(`${mismatches.length} figures of the old years differ from the print, first ${JSON.stringify(mismatches[0])}`);
  return { out, faults };
}

/** Whether the workbook holds through two years; prints a line a year. */
export function rolloverHolds(file, seed, folder) {
  let [input, hold] = [file, true];
  for (const year of [seed.fiscalYear + 1, seed.fiscalYear + 2]) {
    const { out, faults } = faultsOf(input, year, seed, folder);
    console.log(`rollover to ${year}: ${faults.length === 0 ? 'ok' : 'FAILED'}`);
    for (const fault of faults.slice(0, 5)) console.error(`  ${fault.slice(0, 600)}`);
    [input, hold] = [out, hold && faults.length === 0];
  }
  return hold;
}
