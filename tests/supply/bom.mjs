import { packagesOf, rootOf } from './lock.mjs';

/** Package URL of npm (purl-spec, types-doc/npm-definition.json): the @ of a scope is written out. */
export const purlOf = ({ name, version }) => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

const ALGORITHMS = { sha512: 'SHA-512', sha384: 'SHA-384', sha256: 'SHA-256', sha1: 'SHA-1' };

function hashesOf(integrity = '') {
  return integrity.split(/\s+/).filter((one) => one !== '').map((one) => {
    const at = one.indexOf('-');
    return { alg: ALGORITHMS[one.slice(0, at)], content: Buffer.from(one.slice(at + 1), 'base64').toString('hex') };
  });
}

/** An expression, an identifier, or a name where the package only points at a file. */
function licensesOf(license) {
  if (license === undefined) return [];
  if (/ (?:AND|OR) /.test(license)) return [{ expression: license }];
  return [{ license: /^LICENSE$|^SEE /.test(license) ? { name: 'see LICENSE in the package' } : { id: license } }];
}

function componentOf(entry) {
  const { name, version, dev, integrity, license, resolved } = entry;
  const [group, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library', 'bom-ref': purlOf(entry), ...(group ? { group } : {}), name: bare, version,
    // "excluded" is CycloneDX's word for what is used for building and testing only.
    scope: dev ? 'excluded' : 'required',
    hashes: hashesOf(integrity), licenses: licensesOf(license), purl: purlOf(entry),
    ...(resolved ? { externalReferences: [{ type: 'distribution', url: resolved }] } : {}),
    properties: [{ name: 'jigyo:use', value: dev ? 'build' : 'browser' }],
  };
}

/** Where Node finds a package from another: in its own node_modules first, then in those above. */
function found(byPath, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const entry = byPath.get(`${at === '' ? '' : `${at}/`}node_modules/${name}`);
    if (entry || at === '') return entry;
  }
}

/**
 * The bill of materials after CycloneDX 1.6 (ECMA-424), from package-lock.json alone: the same lock gives the same text. What may reach a
 * user's browser is "required" and marked "browser"; what only builds and tests is "excluded" and marked "build".
 */
export function billOfMaterials(root) {
  const { name, version, description, dependencies = {}, devDependencies = {} } = rootOf(root);
  const packages = packagesOf(root);
  const byPath = new Map(packages.map((entry) => [entry.path, entry]));
  const byPurl = new Map();
  // A package that stands in two places is one component; used in a browser by one of them, it is.
  for (const entry of packages) if (!byPurl.has(purlOf(entry)) || !entry.dev) byPurl.set(purlOf(entry), entry);
  const self = `pkg:npm/${name}@${version}`;
  const dependsOn = (from, names) => [...new Set(names.flatMap((one) => { const entry = found(byPath, from, one); return entry ? [purlOf(entry)] : []; }))].sort();
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6', version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: { type: 'application', 'bom-ref': self, name, version, description, purl: self } },
    components: [...byPurl.values()].map(componentOf).sort((a, b) => (a.purl < b.purl ? -1 : 1)),
    dependencies: [
      { ref: self, dependsOn: dependsOn('', [...Object.keys(dependencies), ...Object.keys(devDependencies)]) },
      ...[...byPurl.values()].map((entry) => ({ ref: purlOf(entry), dependsOn: dependsOn(entry.path, Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) })).sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    ],
  };
}
