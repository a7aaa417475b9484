import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';

const ROOT = path.resolve(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'sbom-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `name`: of a package that is installed under another. */
interface LockEntry { readonly optional?: boolean; readonly name?: string; readonly version: string; readonly license?: string; readonly dev?: boolean; readonly integrity?: string; readonly resolved?: string }
interface Component {
  readonly 'bom-ref': string; readonly type: string; readonly group?: string; readonly name: string; readonly version: string; readonly purl: string; readonly scope: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[]; readonly licenses: readonly unknown[]; readonly properties: readonly { readonly name: string; readonly value: string }[];
}
interface Bom {
  readonly bomFormat: string; readonly specVersion: string; readonly version: number; readonly metadata: { readonly component: { readonly name: string; readonly 'bom-ref': string } };
  readonly components: readonly Component[]; readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const read = <T>(name: string): T => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8')) as T;
const lock = Object.entries(read<{ packages: Record<string, LockEntry> }>('package-lock.json').packages).filter(([name]) => name !== '');
const nameOf = ([place, one]: (typeof lock)[number]): string => one.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('packages', () => {
  test('few reach a browser by name', () => {
    expect(Object.keys(read<{ dependencies: Record<string, string> }>('package.json').dependencies)).toEqual(['@fluentui/react-components', '@microsoft/office-js', 'react', 'react-dom']);
  });

  /** Parts of tools for other systems than the one the lock was made on, of which npm noted no more than their names. */
  const isForeign = ([, one]: (typeof lock)[number]): boolean => one.dev === true && one.optional === true && one.integrity === undefined;

  test('each comes from the registry of npm, with the hash of its content', () => {
    const told = lock.filter((entry) => !isForeign(entry));
    expect(told.filter(([, one]) => (one.resolved !== undefined && !one.resolved.startsWith('https://registry.npmjs.org/')) || one.integrity?.startsWith('sha512-') !== true).map(([name]) => name)).toEqual([]);
    expect(told.length).toBeGreaterThan(0.9 * lock.length);
  });

  /** Licences under which a package may be passed on in the scripts, and those that are enough for tools. */
  const SHIPPED = ['MIT', '0BSD', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause'];
  const TOOLS = [...SHIPPED, 'MIT-0', 'BlueOak-1.0.0', 'Python-2.0', 'MPL-2.0', 'CC-BY-4.0', 'CC0-1.0'];
  /** What says it elsewhere than in its package.json, and was read there. */
  const READ: Readonly<Record<string, string>> = {
    '@microsoft/office-js': 'LICENSE: may be passed on as it is with an add-in for Office; the build copies its files unchanged',
    '@univerjs/telemetry': 'no field; part of Univer, Apache-2.0. An interface only, in the demonstration page alone',
  };
  const isFree = (license: string, allowed: readonly string[]): boolean => {
    const bare = license.replace(/[()]/g, '');
    return bare.includes(' OR ') ? bare.split(' OR ').some((one) => isFree(one, allowed)) : bare.split(' AND ').every((one) => allowed.includes(one));
  };

  test('each has a licence that allows its use', () => {
    const others = lock.filter(([, one]) => !isFree(one.license ?? '', one.dev ? TOOLS : SHIPPED)).map(nameOf);
    expect([...new Set(others)].sort()).toEqual(Object.keys(READ).sort());
  });
});

describe('npm run sbom', () => {
  const file = path.join(folder, 'a.json');
  const run = (): Bom => {
    execFileSync(process.execPath, [path.join(ROOT, 'tests/supply/sbom.mjs'), file], { stdio: 'pipe' });
    return JSON.parse(readFileSync(file, 'utf8')) as Bom;
  };
  const bom = run();

  test('is CycloneDX 1.6, the same each time', () => {
    expect([bom.bomFormat, bom.specVersion, bom.version, bom.metadata.component.name]).toEqual(['CycloneDX', '1.6', 1, 'jigyo-keikaku-assistant']);
    expect(run()).toEqual(bom);
  });

  test('names every package of the lock once, by its package URL', () => {
    const wanted = new Set(lock.map((entry) => `pkg:npm/${nameOf(entry).replace('@', '%40')}@${entry[1].version}`));
    expect(bom.components.map((one) => one.purl)).toEqual([...wanted].sort());
    for (const one of bom.components) {
      expect([one.type, one['bom-ref'], one.purl]).toEqual(['library', one.purl, `pkg:npm/${one.group === undefined ? '' : `${one.group.replace('@', '%40')}/`}${one.name}@${one.version}`]);
      expect(one.hashes.every(({ alg, content }) => alg === 'SHA-512' && /^[0-9a-f]{128}$/.test(content))).toBe(true);
      if (one.scope === 'required') expect(one.hashes).toHaveLength(1);
    }
  });

  test('tells what may reach a browser from what builds and tests', () => {
    const shipped = bom.components.filter((one) => one.scope === 'required');
    const wanted = new Set(lock.filter(([, one]) => !one.dev).map(nameOf));
    expect(new Set(shipped.map((one) => (one.group === undefined ? one.name : `${one.group}/${one.name}`)))).toEqual(wanted);
    expect(shipped.length).toBeLessThan(100);
    for (const one of bom.components) expect(one.properties).toEqual([{ name: 'jigyo:use', value: one.scope === 'required' ? 'browser' : 'build' }]);
    expect(new Set(bom.components.map((one) => one.scope))).toEqual(new Set(['required', 'excluded']));
  });

  test('every package is reached from the program, and every reference leads to one', () => {
    const refs = new Set(bom.components.map((one) => one['bom-ref']));
    const edges = new Map(bom.dependencies.map((one) => [one.ref, one.dependsOn]));
    expect(bom.dependencies.flatMap((one) => one.dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
    const seen = new Set([bom.metadata.component['bom-ref']]);
    for (const ref of seen) for (const next of edges.get(ref) ?? []) seen.add(next);
    const alone = [...refs].filter((ref) => !seen.has(ref));
    // Peers that npm installs unasked, and nothing that reaches a browser.
    expect(bom.components.filter((one) => alone.includes(one.purl) && one.scope === 'required').map((one) => one.purl)).toEqual([]);
  });
});
