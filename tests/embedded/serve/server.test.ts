import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownCertificate, type Certificate } from '../../../src/embedded/serve/certificate';
import { readServeOptions } from '../../../src/embedded/serve/options';
import { listen } from '../../../src/embedded/serve/server';

let folder = '';
let certificate: Certificate;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'serve-'));
  writeFileSync(path.join(folder, 'index.html'), 'page');
  certificate = await ownCertificate(path.join(folder, 'tls'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const authority = () => readFileSync(path.join(folder, 'tls/ca.crt'));

function get(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: 'localhost', port, path: '/', ca: authority(), agent: false }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve(`${response.statusCode ?? 0} ${text}`));
    }).on('error', reject).end();
  });
}

test('a certificate of its own holds for localhost for most of a year, is kept, and lies where nobody else reads', async () => {
  const parsed = new X509Certificate(certificate.certificate);
  expect(parsed.checkHost('localhost')).toBe('localhost');
  expect((Date.parse(parsed.validTo) - Date.now()) / 86_400_000).toBeGreaterThan(300);
  expect((await ownCertificate(path.join(folder, 'tls'))).certificate.equals(certificate.certificate)).toBe(true);
  expect(statSync(path.join(folder, 'tls')).mode & 0o077).toBe(0);
});

test('a spoilt certificate is made anew', async () => {
  const directory = path.join(folder, 'spoilt');
  await ownCertificate(directory);
  writeFileSync(path.join(directory, 'localhost.crt'), 'rubbish');
  expect(new X509Certificate((await ownCertificate(directory)).certificate).checkHost('localhost')).toBe('localhost');
});

test('pages come over https; the next free port is taken where none was asked for, and a port that was asked for is not moved', async () => {
  const first = await listen(certificate, [folder], undefined);
  const second = await listen(certificate, [folder], undefined);
  try {
    expect(second.port).toBeGreaterThan(first.port);
    expect(await Promise.all([get(first.port), get(second.port)])).toEqual(['200 page', '200 page']);
    await expect(listen(certificate, [folder], first.port)).rejects.toThrow(`ポート ${first.port} は使われている`);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
  await expect(get(first.port)).rejects.toThrow('ECONNREFUSED');
});

test('options', () => {
  expect(readServeOptions([])).toEqual({ port: undefined, open: true, out: undefined });
  expect(readServeOptions(['--port', '8443', '--no-open', '--out', 'x'])).toEqual({ port: 8443, open: false, out: 'x' });
  for (const wrong of [['--port'], ['--port', '0'], ['--port', '70000'], ['--port', 'x'], ['--what'], ['--out']]) expect(() => readServeOptions(wrong)).toThrow('使えません');
});
