/** The command line was not understood: said with a hint, exit code 2. */
export class UsageError extends Error {}
