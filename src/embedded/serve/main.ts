import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildAddIn, buildSample } from './buildAddIn';
import { buildPage } from './buildPage';
import { localCertificate } from './certificate';
import { openBrowser } from './openBrowser';
import { readServeOptions } from './options';
import { fail, say } from './say';
import { FIRST_PORT, listen, type Listening } from './server';

/** `npm start`: builds the add-in and the page around it, serves both, and shows where. */
async function start(argv: readonly string[]): Promise<void> {
  const { port: asked, open, out } = readServeOptions(argv);
  const root = process.cwd();
  const cache = path.join(root, 'node_modules/.cache/jigyo');
  const page = path.resolve(root, out ?? cache, 'page');
  const addIn = path.resolve(root, out ?? '.', 'dist');
  mkdirSync(page, { recursive: true });
  const mayAsk = Boolean(process.stdin.isTTY) && process.env['CI'] === undefined;
  const certificate = await localCertificate(path.join(cache, 'tls'), mayAsk);
  const server = await listen(certificate, [page, addIn], asked);
  closeOnSignal(server);
  const origin = `https://localhost:${server.port}`;
  if (asked === undefined && server.port !== FIRST_PORT) say(`ポート ${FIRST_PORT} は使われているため、${server.port} を使います。 Port ${FIRST_PORT} is taken; using ${server.port}.`);
  say('準備しています… Building…');
  try {
    await Promise.all([buildAddIn(root, addIn, origin), buildPage(root, cache, page), buildSample(root, path.join(page, 'sample.xlsx'))]);
  } catch (error) {
    await server.close();
    throw error;
  }
  say(`\n  ${origin}/\n`);
  if (!certificate.trusted) say('この機械だけの証明書です。警告が出たら「詳細設定」→「localhost にアクセスする」を選んでください。 The certificate is this machine’s own: choose Advanced → Proceed to localhost.');
  say('終了は Ctrl+C。 Ctrl+C ends it.');
  if (open) openBrowser(`${origin}/`);
}

function closeOnSignal(server: Listening): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().then(() => process.exit(0)));
}

start(process.argv.slice(2)).catch(fail);
