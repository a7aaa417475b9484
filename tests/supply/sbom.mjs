import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { billOfMaterials } from './bom.mjs';

/** npm run sbom [-- file]: writes the bill of materials, dist/sbom.cdx.json if no file is named. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const file = path.resolve(process.argv[2] ?? path.join(root, 'dist/sbom.cdx.json'));
const bom = billOfMaterials(root);
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
const shipped = bom.components.filter(({ scope }) => scope === 'required');
console.log(`${file}: ${shipped.length} packages that may reach a user's browser, ${bom.components.length - shipped.length} that only build and test`);
