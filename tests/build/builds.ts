import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** Folders of builds made by a test file. */
export class Builds {
  private readonly folder = mkdtempSync(join(tmpdir(), 'builds-'));
  private count = 0;

  /** Builds the add-in as `npm run build -- --env …` does. Returns the folder. */
  make(...env: readonly string[]): string {
    const out = this.next();
    execFileSync(process.execPath, ['node_modules/webpack-cli/bin/cli.js', '--mode', 'production', '--output-path', out, ...env.flatMap((one) => ['--env', one])], { cwd: ROOT, stdio: 'pipe' });
    return out;
  }

  /** Builds other scripts by the same configuration; `sources` by file name, the first is the entry. Returns the folder and the errors. */
  makeOf(sources: Readonly<Record<string, string>>): { readonly out: string; readonly errors: readonly string[] } {
    const from = mkdtempSync(join(this.folder, 'sources-'));
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(from, name), text);
    const out = this.next();
    const script = `
      const config = { ...require('./webpack.config.js')({}), mode: 'production', entry: { taskpane: process.argv[1] } };
      config.output.path = process.argv[2];
      require('webpack')(config, (fault, stats) => console.log(JSON.stringify(fault ? [String(fault)] : stats.compilation.errors.map((error) => error.message))));`;
    const said = execFileSync(process.execPath, ['-e', script, join(from, Object.keys(sources)[0] ?? ''), out], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return { out, errors: JSON.parse(said) as string[] };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private next(): string {
    return join(this.folder, `out-${++this.count}`);
  }
}

/** Every file of a folder by its path in it. */
export function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map((entry) => join(entry.parentPath, entry.name)).sort().map((file) => [file.slice(folder.length + 1), readFileSync(file)]));
}
