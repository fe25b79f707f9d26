/** The code of an error of the system, such as ENOENT; empty for any other error. */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''
