import { soak } from './soak';

/** npm run soak -- [--runs 1000] [--seed n] [--path p] */
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const number = (name: string, otherwise: number): number => Number(argument(name) ?? otherwise);

void soak({ runs: number('runs', 1000), seed: number('seed', Date.now() % 1_000_000_007), path: argument('path') ?? null, say: (line) => console.log(line) }).then((passed) => {
  process.exitCode = passed ? 0 : 1;
});
