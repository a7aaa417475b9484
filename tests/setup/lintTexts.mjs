import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/**
 * Lints texts as if they stood in files that need not exist: stdin is [{ file, text }], stdout is the rule IDs of each.
 * A process of its own, because ESLint loads its config by import(), which jest's module loader does not offer.
 */
const ignores = ['**/*.mjs'];
// Rules that ask for types would want the files to exist.
const eslint = new ESLint({ overrideConfig: [{ ...tseslint.configs.disableTypeChecked, ignores }] });
const cases = JSON.parse(readFileSync(0, 'utf8'));
const found = [];
for (const { file, text } of cases) {
  const [result] = await eslint.lintText(text, { filePath: file });
  found.push(result.messages.map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(found));
