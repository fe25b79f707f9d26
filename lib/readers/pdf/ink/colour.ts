/** So light that text below or above can be read. */
export const isPale = (colour: string): boolean => /^#(?:[a-f].){3}$/iu.test(colour)

/** White, or so near to it that nobody sees it on paper. */
export const isWhite = (colour: string): boolean => /^#f[89a-f]f[89a-f]f[89a-f]$/iu.test(colour)

/** How light a colour is on white paper, 0 to 1; null for what is no colour. */
export const lightness = (colour: string, alpha: number): number | null => {
  if (!colour.startsWith('#')) return null
  const parts = Number.parseInt(colour.slice(1), 16)
  const [red, green, blue] = [(parts >> 16) / 255, ((parts >> 8) & 255) / 255, (parts & 255) / 255]
  return 1 - alpha * (1 - (0.3 * red + 0.59 * green + 0.11 * blue))
}
