import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Builds, filesOf, ROOT } from './builds';

/**
 * What a script would send, keep or run anything by. Each word that occurs in the scripts we build (ours, React's and Fluent's; not the
 * library of Microsoft, which is passed on as it is) has a reason here.
 */
const WORDS = [
  'fetch', 'XMLHttpRequest', 'sendBeacon', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection', 'BroadcastChannel', 'SharedWorker', 'Worker', 'serviceWorker', 'importScripts', 'ActiveXObject',
  'localStorage', 'sessionStorage', 'indexedDB', 'openDatabase', 'caches', 'cookie', 'cookieStore', 'partitionKey', 'showSaveFilePicker', 'postMessage', 'clipboard', 'geolocation', 'mediaDevices', 'eval', 'new Function', 'document.write', 'window.open',
] as const;
type Word = (typeof WORDS)[number];

/** Where and how often: the text round each use, whatever the minimizer called things. */
const ALLOWED: Readonly<Partial<Record<Word, readonly RegExp[]>>> = {
  // Whether the first page was put off, and nothing else: see taskpane/wire.ts.
  localStorage: [/localStorage\.setItem\(\w+,"1"\)/, /localStorage\.getItem\(\w+\)/],
  // React's scheduler wakes itself by a channel of its own.
  postMessage: [/\.port1\b[\s\S]*\.postMessage\(null\)|\.postMessage\(null\)/],
  // Webpack looks where its scripts stand: only in a worker is there such a function, and it is not called.
  importScripts: [/\.importScripts&&\(\w+=\w+\.\w+\.location/],
  // Webpack asks for the global object; the page's policy forbids it and the catch behind it takes over.
  'new Function': [/return this\|\|new Function\("return this"\)\(\)\}catch/],
};

const builds = new Builds();
let scripts: ReadonlyMap<string, string>;
beforeAll(() => {
  scripts = new Map([...filesOf(builds.make())].filter(([name]) => name.endsWith('.js')).map(([name, file]) => [name, file.toString('utf8')]));
});
afterAll(() => builds.remove());

const usesOf = (word: string): string[] => [...scripts.values()].flatMap((text) => [...text.matchAll(new RegExp(`\\b${word.replace('.', '\\.')}\\b`, 'g'))].map(({ index }) => text.slice(Math.max(0, index - 60), index + 60)));

describe('the scripts of the pane', () => {
  test('are there', () => {
    expect([...scripts.keys()].length).toBeGreaterThan(3);
    expect([...scripts.values()].some((text) => text.includes('事業計画'))).toBe(true);
  });

  test.each(WORDS.map((word) => [word]))('%s', (word) => {
    const allowed = ALLOWED[word] ?? [];
    expect(usesOf(word).filter((use) => !allowed.some((pattern) => pattern.test(use)))).toEqual([]);
  });

  test('every exception is in use', () => {
    for (const [word, patterns] of Object.entries(ALLOWED)) for (const pattern of patterns) expect([word, usesOf(word).some((use) => pattern.test(use))]).toEqual([word, true]);
  });

  test('name no server but the one of the library, and addresses that are never asked for', () => {
    const hosts = new Set([...scripts.values()].flatMap((text) => [...text.matchAll(/\bhttps?:\/\/([\w.-]+)/g)].map(([, host]) => host ?? '')));
    // Namespaces of XML, and where React explains its error numbers.
    expect([...hosts].filter((host) => !['www.w3.org', 'react.dev'].includes(host))).toEqual([]);
  });
});

test('the manifest asks for the document and for nothing else', () => {
  const manifest = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
  expect([...manifest.matchAll(/<Permissions>(\w+)<\/Permissions>/g)].map(([, permission]) => permission)).toEqual(['ReadWriteDocument']);
  expect(manifest).not.toMatch(/WebApplicationInfo|AppDomains|<Scopes>|EquivalentAddins/);
});
