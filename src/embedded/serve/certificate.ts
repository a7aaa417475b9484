import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as devCerts from 'office-addin-dev-certs';

const DAYS = 365;
/** A certificate about to end is made anew. */
const SPARE_DAYS = 7;

export interface Certificate {
  readonly key: Buffer;
  readonly certificate: Buffer;
  /** Browsers on this machine take it without a question. */
  readonly trusted: boolean;
}

/**
 * The certificate of https://localhost: that of Microsoft's add-in tools where it is trusted or a person can be asked to trust
 * it; otherwise one of its own, kept in `directory`, which the browser asks about once. Nothing is ever asked where nobody can answer.
 */
export async function localCertificate(directory: string, mayAsk: boolean): Promise<Certificate> {
  return (await trustedCertificate(mayAsk)) ?? (await ownCertificate(directory));
}

async function trustedCertificate(mayAsk: boolean): Promise<Certificate | undefined> {
  // On Linux trusting means sudo, and a browser there keeps a list of its own: not for a start script.
  if (process.platform !== 'win32' && process.platform !== 'darwin') return undefined;
  try {
    if (!mayAsk && !devCerts.verifyCertificates()) return undefined;
    const { key, cert } = await quietly(() => devCerts.getHttpsServerOptions());
    return { key: Buffer.from(key), certificate: Buffer.from(cert), trusted: true };
  } catch {
    // Declined, or not allowed on this machine.
    return undefined;
  }
}

/** Not trusted by anybody: made for this folder, without a key that could sign more. */
export async function ownCertificate(directory: string): Promise<Certificate> {
  const kept = read(directory);
  if (kept) return kept;
  // Made beside and then renamed: another start may be doing the same.
  const part = `${directory}.${process.pid}.part`;
  mkdirSync(part, { recursive: true, mode: 0o700 });
  const file = (name: string): string => path.join(part, name);
  await quietly(() => devCerts.generateCertificates(file('ca.crt'), file('localhost.crt'), file('localhost.key'), DAYS, ['localhost', '127.0.0.1']));
  rmSync(directory, { recursive: true, force: true });
  renameSync(part, directory);
  const made = read(directory);
  if (!made) throw new Error(`no certificate could be made in ${directory}`);
  return made;
}

function read(directory: string): Certificate | undefined {
  try {
    const certificate = readFileSync(path.join(directory, 'localhost.crt'));
    const valid = Date.parse(new X509Certificate(certificate).validTo) > Date.now() + SPARE_DAYS * 86_400_000;
    return valid ? { certificate, key: readFileSync(path.join(directory, 'localhost.key')), trusted: false } : undefined;
  } catch {
    return undefined;
  }
}

/** The tools talk to the console; the start has its own words. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await work();
  } finally {
    console.log = log;
  }
}
