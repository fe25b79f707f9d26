/** Ids of checks that no longer run. They are never used again: consumers have stored them. */
export const retiredIds: readonly string[] = []
