import { parseDefinitions } from '../../src/domain/seedSchema';
import standard from '../../seeds/standard.json';
import { fuzzCells, fuzzDefinitions, fuzzTexts } from './campaign';

/**
 * npm run fuzz -- [--seed n] [--cells 100000] [--texts 10000] [--definitions 500] [--path p]: exit code 1 where a reader or a job breaks, loses
 * or invents a figure. `--path`: of a failure among the definitions, which is then played alone.
 */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

function optionOf(name: string, usual: number): number {
  const value = Number(argument(name) ?? usual);
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
void fuzzDefinitions(seed, optionOf('--definitions', 500), argument('--path') ?? null).then((days) => {
  console.log(`${days.runs} days with odd definitions: ${JSON.stringify({ ...days.counts, jobs: Object.fromEntries(days.counts.jobs) })}`);
  for (const { failure } of [cells, texts, days]) {
    if (failure === null) continue;
    console.log(failure);
    process.exitCode = 1;
  }
});
