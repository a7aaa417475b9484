import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseDefinitions, parseSeedFigures } from '../../domain/seedSchema';
import type { Definitions } from '../../domain/definitions';
import type { SeedFigures } from '../../domain/figures';
import { FileFault, type FileFaultCode } from '../xlsx/fault';
import { newWorkbook, openWorkbook, type OpenedWorkbook } from '../xlsx/open';
import standardJson from '../../../seeds/standard.json';
import path from 'node:path';
import { UsageError } from './usageError';

const FAULTS: Readonly<Record<FileFaultCode, string>> = {
  notZip: 'Excelブック（.xlsx、.xlsm）ではないか、壊れています。',
  isXls: '古い形式（.xls）です。Excelで開き、「名前を付けて保存」で「Excelブック（*.xlsx）」に変換してから指定してください。',
  encrypted: 'パスワードで保護されています。パスワードを解除して保存し直してから指定してください。',
  strict: '「厳密なOpen XML」形式です。Excelで「Excelブック（*.xlsx）」として保存し直してから指定してください。',
  notWorkbook: 'Excelブックではありません。',
  damaged: '壊れているため開けません。',
  tooLarge: '展開後の大きさが上限を超えるため開けません。',
  noSheets: 'シートがありません。',
};

/** Opens --in, or starts a new workbook. Failures are UsageError with one line. */
export function openInput(file: string | null): OpenedWorkbook {
  if (file === null) return newWorkbook();
  const bytes = readBytes(file, '--in');
  try {
    return openWorkbook(bytes, path.basename(file));
  } catch (error) {
    if (error instanceof FileFault) throw new UsageError(`--in「${file}」は${FAULTS[error.code]}${error.part === undefined ? '' : `（${error.part}）`}`);
    throw error;
  }
}

export function readStandard(): Definitions {
  const parsed = parseDefinitions(standardJson);
  if (!parsed.ok) throw new Error(`seeds/standard.json: ${parsed.problems.join(' ')}`);
  return parsed.data;
}

export function readSeed(file: string | null, standard: Definitions): SeedFigures | null {
  if (file === null) return null;
  const text = Buffer.from(readBytes(file, '--seed')).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`--seed「${file}」はJSONとして読めません。`);
  }
  const parsed = parseSeedFigures(json, standard);
  if (!parsed.ok) throw new UsageError(`--seed「${file}」に誤りがあります: ${parsed.problems.slice(0, 3).join(' ')}`);
  return parsed.data;
}

/** Texts of Windows programs are often Shift_JIS; one without a mark that is no UTF-8 is taken for it. `option` names the file. */
export function readTextFile(file: string, option: '--text' | '--rank-text'): string {
  const bytes = readBytes(file, option);
  if (bytes.length > MOST_TEXT_BYTES) throw new UsageError(`${option}「${file}」は大きすぎます（${MOST_TEXT_BYTES / 1024 / 1024}MBまで）。`);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8_000).includes(0)) throw new UsageError(`${option}「${file}」は文章ではありません。文字だけのファイル（.txt）を指定してください。`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

const MOST_TEXT_BYTES = 16 * 1024 * 1024;

function readBytes(file: string, option: string): Uint8Array {
  if (!existsSync(file)) throw new UsageError(`${option}「${file}」がありません。`);
  if (!statSync(file).isFile()) throw new UsageError(`${option}「${file}」はファイルではありません。`);
  return readFileSync(file);
}
