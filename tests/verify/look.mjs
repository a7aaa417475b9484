import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { convert } from './libreoffice.mjs';

/** node tests/verify/look.mjs out.xlsx folder: the workbook as it prints, a PDF and a PNG a page. */
const [file, folder] = process.argv.slice(2);
if (!file || !folder) throw new Error('usage: look.mjs <file.xlsx> <folder>');
mkdirSync(folder, { recursive: true });
const temporary = mkdtempSync(path.join(tmpdir(), 'jigyo-look-'));
try {
  const pdf = path.join(folder, `${path.parse(file).name}.pdf`);
  copyFileSync(convert(path.resolve(file), 'pdf', temporary, 'always'), pdf);
  const { status, error, stderr } = spawnSync('pdftoppm', ['-png', '-r', '80', pdf, path.join(folder, 'page')], { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`pdftoppm: ${stderr}`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
