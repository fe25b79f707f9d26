/** Steps of an axis from zero up to at least `most`, round and at most six. */
export const ticksTo = (most: number): readonly number[] => {
  const least = Math.max(most, 1) / 5
  const power = 10 ** Math.floor(Math.log10(least))
  const step = Math.max(1, [1, 2, 5, 10].map(each => each * power).find(each => each >= least)!)
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, at) => at * step)
}

/** A count as an axis and a bar bear it. */
export const shortCount = (count: number): string =>
  count >= 100_000 ? `${Number((count / 10_000).toFixed(1))} 万` : String(count)
