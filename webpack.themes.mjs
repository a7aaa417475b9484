import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the pane's styles name tokens: its own list, and the styles of the Fluent components it uses. */
const NAMING = [
  'src/taskpane/fluent.ts',
  'node_modules/@fluentui/react-button/lib/components/Button/useButtonStyles.styles.js',
  'node_modules/@fluentui/react-provider/lib/components/FluentProvider/useFluentProviderStyles.styles.js',
].map((file) => fileURLToPath(new URL(file, import.meta.url)));

/** Loader: a theme of Fluent's holds hundreds of tokens and how they are put together; the pane needs the values of a few dozen. */
export default async function usedTokens() {
  NAMING.forEach((file) => this.addDependency(file));
  const named = new Set(NAMING.flatMap((file) => readFileSync(file, 'utf8').match(/\w+/g)));
  const exported = Object.entries(await this.importModule(`!!${this.resourcePath}`));
  return exported.map(([name, theme]) => `export const ${name} = ${JSON.stringify(Object.fromEntries(Object.entries(theme).filter(([token]) => named.has(token))))};`).join('\n');
}
