/** What `npm start` was asked for. */
export interface ServeOptions {
  /** Undefined: 3000, or the next free one. */
  readonly port: number | undefined;
  readonly open: boolean;
  /** Where to build; undefined: the add-in in dist/, the page among the caches. */
  readonly out: string | undefined;
}

/** A mistake of the caller, in one line. */
export class ServeMistake extends Error {
  override readonly name = 'ServeMistake';
}

export const USAGE = '使い方: npm start -- [--port 3000] [--no-open] [--out フォルダー]';

export function readServeOptions(argv: readonly string[]): ServeOptions {
  let port: number | undefined;
  let open = true;
  let out: string | undefined;
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at];
    if (word === '--no-open') open = false;
    else if (word === '--port') port = readPort(argv[++at]);
    else if (word === '--out') out = readFolder(argv[++at]);
    else throw new ServeMistake(`オプション「${word ?? ''}」は使えません。${USAGE}`);
  }
  return { port, open, out };
}

function readPort(text: string | undefined): number {
  const port = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new ServeMistake(`--port「${text ?? ''}」は使えません。1〜65535 の番号を指定してください。`);
  return port;
}

function readFolder(text: string | undefined): string {
  if (text === undefined || text === '' || text.startsWith('--')) throw new ServeMistake('--out は使えません。フォルダーを指定してください。');
  return text;
}
