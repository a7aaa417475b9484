/** A mistake of the caller: one line that names it. The command ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
