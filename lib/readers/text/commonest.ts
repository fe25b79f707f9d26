/** The number that comes most often, the first of several; 0 where there is none. */
export const commonest = (numbers: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0]!
}
