import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseDefinitions, parseSeedFigures } from '../../domain/seedSchema';
import type { Definitions } from '../../domain/definitions';
import type { SeedFigures } from '../../domain/figures';
import { FileFault } from '../xlsx/fault';
import { newWorkbook, openWorkbook, type OpenedWorkbook } from '../xlsx/open';
import { checkFileSize } from '../xlsx/package/zip';
import standardJson from '../../../seeds/standard.json';
import path from 'node:path';
import { faultWords } from './faultWords';
import { UsageError } from './usageError';

/** Opens --in, or starts a new workbook. Failures are UsageError with one line. */
export function openInput(file: string | null): OpenedWorkbook {
  if (file === null) return newWorkbook();
  try {
    return openWorkbook(readBytes(file, '--in', checkFileSize), path.basename(file));
  } catch (error) {
    if (error instanceof FileFault) throw new UsageError(faultWords(file, error));
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
  const text = Buffer.from(readBytes(file, '--seed', checkTextSize(file, '--seed'))).toString('utf8');
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
  const bytes = readBytes(file, option, checkTextSize(file, option));
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

/** `check` is given the file's length before its bytes are read. */
function readBytes(file: string, option: string, check: (length: number) => void): Uint8Array {
  if (!existsSync(file)) throw new UsageError(`${option}「${file}」がありません。`);
  const { size } = statFile(file, option);
  check(size);
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError(`${option}「${file}」を読めません。開く権限があるか確かめてください。`);
  }
}

function statFile(file: string, option: string): { readonly size: number } {
  const found = statSync(file);
  if (!found.isFile()) throw new UsageError(`${option}「${file}」はファイルではありません。`);
  return found;
}

/** A text that no branch has ever written as one. */
function checkTextSize(file: string, option: string): (length: number) => void {
  return (length) => {
    if (length > MOST_TEXT_BYTES) throw new UsageError(`${option}「${file}」は大きすぎます（${MOST_TEXT_BYTES / 1024 / 1024}MBまで）。`);
  };
}
