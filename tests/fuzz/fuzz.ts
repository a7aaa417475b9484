import { parseDefinitions } from '../../src/domain/seedSchema';
import standard from '../../seeds/standard.json';
import { fuzzCells, fuzzTexts } from './campaign';

/** npm run fuzz -- [--seed n] [--cells 100000] [--texts 10000]: exit code 1 where a reader breaks or invents a figure. */
function optionOf(name: string, usual: number): number {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? usual : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} takes a whole number`);
  return value;
}

const seed = optionOf('--seed', Date.now() % 2 ** 31);
const definitions = parseDefinitions(standard);
if (!definitions.ok) throw new Error(definitions.problems.join(' '));
console.log(`seed ${seed}`);
const cells = fuzzCells(seed, optionOf('--cells', 100_000));
console.log(`${cells.runs} cells: ${JSON.stringify(cells.counts)}`);
const texts = fuzzTexts(seed, optionOf('--texts', 10_000), definitions.data);
console.log(`${texts.runs} texts: ${JSON.stringify(texts.counts)}`);
for (const { failure } of [cells, texts]) {
  if (failure === null) continue;
  console.log(failure);
  process.exitCode = 1;
}
