/** What a Word file may hold at most beside what every file may (`../limits.ts`). */
export const docxLimits = {
  /** Fields open at once; Word itself nests 20. Older ones count as ended. */
  fields: 50,
  /** Characters of symbol fonts: mammoth compares each it does not know with all before. */
  symbols: 5000,
} as const
