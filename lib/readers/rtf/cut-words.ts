/** How often a word stands with a number and without. */
interface Uses {
  numbered: number
  bare: number
}

export interface CutWords {
  /** Takes a control word. `beforeDigits`: a line end and a digit follow it. */
  readonly take: (name: string, numbered: boolean, beforeDigits: boolean) => void
  /** A word that looks cut: its number stands on the next line and would count as text. Null where there is none. */
  readonly found: () => string | null
}

/** Words that have a meaning without a number, though longer ones begin like them. */
const whole = new Set(
  (
    'b i v ul ulw uld strike striked super sub nosupersub caps scaps outl shad embo impr plain par pard tab line ' +
    'cell nestcell row nestrow sect page column ql qr qc qj intbl hich loch dbch ltrch rtlch fcs ltrpar rtlpar ' +
    'sectd trowd ltrrow rtlrow clvertalt clvertalc clvertalb lastrow keep keepn widctlpar nowidctlpar adjustright'
  ).split(' '),
)

/** Used so often with a number, a word has one; a piece of it is used this seldom. */
const often = 3
const seldom = 2

/**
 * RTF has no checksum, and programs break lines behind words: a line end in place of a character cuts a word in two,
 * `\cellx⏎810` or `\a⏎10` for `\af10`. How the file itself uses the word tells.
 */
export const cutWords = (): CutWords => {
  const uses = new Map<string, Uses>()
  const suspects = new Set<string>()
  return {
    take: (name, numbered, beforeDigits) => {
      const known = uses.get(name) ?? { numbered: 0, bare: 0 }
      uses.set(name, known)
      if (numbered) known.numbered += 1
      else known.bare += 1
      if (beforeDigits) suspects.add(name)
    },
    found: () => {
      /** What words that are often numbered begin with; they have 32 letters at most. */
      const beginnings = new Set<string>()
      for (const [name, { numbered }] of uses)
        if (numbered >= often)
          for (let length = 1; length < name.length; length++) beginnings.add(name.slice(0, length))
      for (const name of suspects) {
        if (whole.has(name)) continue
        const { numbered, bare } = uses.get(name)!
        if (bare <= seldom && (numbered >= often || beginnings.has(name))) return name
      }
      return null
    },
  }
}
