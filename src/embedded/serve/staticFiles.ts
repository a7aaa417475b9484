import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Nothing from elsewhere, nothing to elsewhere, and no script written into a page. Styles may be: the grid and the pane make
 * theirs as they run. The page may be framed by nobody but itself.
 */
const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
  "connect-src 'self'", "worker-src 'self' blob:", "frame-src 'self'", "frame-ancestors 'self'", "base-uri 'none'", "form-action 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

export interface StaticAnswer {
  readonly status: 200 | 400 | 403 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/**
 * Answers one request from folders on disk. Only files of the kinds above that really lie inside a folder, links
 * followed; no listings. The first folder that has the file gives it.
 * @param target the request's path and query, as the client sent it
 */
export async function serveFile(folders: readonly string[], method: string, target: string): Promise<StaticAnswer> {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, { allow: 'GET, HEAD' });
  const wanted = decoded(target);
  if (wanted === null) return plain(400);
  const name = wanted.endsWith('/') ? `${wanted}index.html` : wanted;
  const type = TYPES[path.extname(name).toLowerCase()];
  if (type === undefined) return plain(404);
  for (const folder of folders) {
    const file = await inside(folder, name);
    if (file === 'outside') return plain(403);
    if (file) return { status: 200, headers: { ...HEADERS, 'content-type': type, 'content-length': String(file.length) }, body: method === 'HEAD' ? '' : file };
  }
  return plain(404);
}

/** The path without its query, percent signs undone; null where it is none, climbs up, or hides a separator. */
function decoded(target: string): string | null {
  try {
    const name = decodeURIComponent(target.split(/[?#]/)[0] ?? '');
    return name.startsWith('/') && !/[\\\0]/.test(name) && !name.split('/').includes('..') ? name : null;
  } catch {
    return null;
  }
}

async function inside(directory: string, name: string): Promise<Uint8Array | 'outside' | undefined> {
  try {
    const root = await realpath(directory);
    const file = await realpath(path.join(root, name));
    return file.startsWith(root + path.sep) ? await readFile(file) : 'outside';
  } catch {
    return undefined;
  }
}

function plain(status: StaticAnswer['status'], headers: Readonly<Record<string, string>> = {}): StaticAnswer {
  return { status, headers: { ...HEADERS, ...headers, 'content-type': 'text/plain; charset=utf-8' }, body: `${status}\n` };
}
