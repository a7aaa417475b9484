import { createServer, type Server } from 'node:https';
import type { Certificate } from './certificate';
import { serveFile } from './staticFiles';
import { ServeMistake } from './options';

export const FIRST_PORT = 3000;
const TRIES = 20;

export interface Listening {
  readonly port: number;
  /** Ends all connections. */
  close(): Promise<void>;
}

/**
 * Serves folders over https on this machine alone. A port that was asked for is used or refused; otherwise 3000 or the next free one.
 * @param folders looked at anew at each request
 */
export async function listen(certificate: Certificate, folders: readonly string[], asked: number | undefined): Promise<Listening> {
  const server = createServer({ key: certificate.key, cert: certificate.certificate }, (request, response) => {
    void serveFile(folders, request.method ?? '', request.url ?? '').then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(body);
    }, () => response.destroy());
  });
  const port = await bind(server, asked);
  return {
    port,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function bind(server: Server, asked: number | undefined): Promise<number> {
  const first = asked ?? FIRST_PORT;
  for (let port = first; port < first + (asked === undefined ? TRIES : 1); port++) {
    if (await tryPort(server, port)) return port;
  }
  throw new ServeMistake(asked === undefined
    ? `ポート ${first}〜${first + TRIES - 1} はすべて使われています。--port で空いている番号を指定してください。`
    : `ポート ${asked} は使われているか、使えません。別の番号を --port で指定してください。`);
}

/** False where another program has it, or it is not ours to take. */
function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, 'localhost', () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}
