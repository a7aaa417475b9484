import { spawnSync } from 'node:child_process';
import { convert } from './libreoffice.mjs';

/** Whether every page of the workbook shows its figures: a column that is too narrow prints ###. */
export function pagesHold(file, folder) {
  const pdf = convert(file, 'pdf', folder, 'always');
  const { stdout, status, error, stderr } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`pdftotext: ${stderr}`);
  const pages = stdout.split('\f').filter((page) => page.trim() !== '');
  const hidden = pages.flatMap((page, index) => page.split('\n').filter((line) => line.includes('###')).map((line) => `page ${index + 1}: ${line.trim()}`));
  console.log(`pages ${pages.length}, lines with ### ${hidden.length}`);
  for (const line of hidden) console.error(`figure not shown: ${line}`);
  // A page that prints nothing proves nothing.
  if (!pages.some((page) => page.includes('年間まとめ'))) console.error('the annual summary was not printed');
  return hidden.length === 0 && pages.some((page) => page.includes('年間まとめ'));
}
