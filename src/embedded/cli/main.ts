import { runCommand } from './command';
import { failureWords } from '../../jobs/words';
import { USAGE } from './options';
import { UsageError } from './usageError';

/** Exit codes: 0 done, 2 the caller's mistake (nothing written), 1 a failure of a job. */
runCommand(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      process.stderr.write(`${process.argv.length > 2 ? error.message : USAGE}\n`);
      process.exitCode = 2;
      return;
    }
    process.stderr.write(`${failureWords(error)}何も書き込んでいません。 / The job could not be done; nothing was written. (${error instanceof Error ? error.message : String(error)})\n`);
    process.exitCode = 1;
  },
);
