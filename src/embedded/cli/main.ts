import { runCommand } from './command';
import { USAGE } from './options';
import { UsageError } from './usageError';

/** Exit codes: 0 done, 2 the caller's mistake (nothing written), 1 a failure of a job. */
runCommand(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 2;
      return;
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${USAGE}\n`);
    process.exitCode = 1;
  },
);
