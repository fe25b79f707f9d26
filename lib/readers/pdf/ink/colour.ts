/** So light that text below or above can be read. */
export const isPale = (colour: string): boolean => /^#(?:[a-f].){3}$/iu.test(colour)

/** White, or so near to it that nobody sees it on paper. */
export const isWhite = (colour: string): boolean => /^#f[89a-f]f[89a-f]f[89a-f]$/iu.test(colour)
