import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { buildAddIn } from './buildAddIn';
import { localCertificate } from './certificate';
import { readServeOptions, ServeMistake } from './options';
import { registrationFor } from './registration';
import { fail, say } from './say';
import { listen } from './server';

/** `npm run start:excel`: serves the add-in and puts it into the Excel of this machine until Ctrl+C. */
async function sideload(argv: readonly string[]): Promise<void> {
  const { port } = readServeOptions(argv);
  const root = process.cwd();
  const addIn = path.join(root, 'dist');
  const manifest = path.join(addIn, 'manifest.xml');
  const id = /<Id>([^<]+)<\/Id>/.exec(readFileSync(path.join(root, 'manifest.xml'), 'utf8'))?.[1] ?? '';
  const registration = registrationFor(process.platform, homedir(), { id, manifest });
  const certificate = await localCertificate(path.join(root, 'node_modules/.cache/jigyo/tls'), Boolean(process.stdin.isTTY));
  if (!certificate.trusted) throw new ServeMistake('Excel は信頼された証明書だけを受け付けます。もう一度実行し、証明書の確認で「はい」を選んでください。 Excel takes trusted certificates only: run this again and answer Yes.');
  const server = await listen(certificate, [addIn], port);
  say('準備しています… Building…');
  try {
    await buildAddIn(root, addIn, `https://localhost:${server.port}`);
    registration.add();
  } catch (error) {
    await server.close();
    throw error;
  }
  const end = (): void => {
    registration.remove();
    void server.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  registration.openExcel();
  say('Excel の「ホーム」→「アドイン」→「開発者向けアドイン」から選んでください。 In Excel: Home → Add-ins → Developer add-ins.');
  say('終了は Ctrl+C。Excel からも外れます。 Ctrl+C ends it and takes the add-in out of Excel.');
}

sideload(process.argv.slice(2)).catch(fail);
