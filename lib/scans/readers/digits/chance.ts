/**
 * The chance that a text stands there and no other, over all ways to spread it over the columns: those of all texts add up
 * to 1. `chances` holds for each column as many as there are kinds, the first of them for no character; the text is given
 * as numbers of kinds. The chance of its least certain character says less: what was passed over is not in it.
 */
export const chanceOfText = (chances: Float64Array, kinds: number, text: readonly number[]): number => {
  // Before, between and after its characters there may be columns with none.
  const path = [0, ...text.flatMap(kind => [kind, 0])]
  let now = Float64Array.from(path, (_, at) => (at === 0 ? 1 : 0))
  for (let column = 0; column * kinds < chances.length; column++)
    now = now.map((stay, at) => {
      const kind = path[at] as number
      const step = now[at - 1] ?? 0
      const leap = kind > 0 && kind !== path[at - 2] ? (now[at - 2] ?? 0) : 0
      return (stay + step + leap) * (chances[column * kinds + kind] as number)
    })
  return Math.min(1, (now.at(-1) ?? 0) + (now.at(-2) ?? 0))
}
