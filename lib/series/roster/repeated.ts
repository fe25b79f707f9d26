/** Items of one name, where there are several: of hundreds of thousands that all differ nothing is kept. */
export const repeated = <Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly (readonly Item[])[] => {
  const seen = new Set<string>()
  const twice = new Map<string, Item[]>()
  for (const item of items) {
    const name = nameOf(item)
    if (seen.has(name)) twice.set(name, [])
    else seen.add(name)
  }
  if (twice.size > 0) for (const item of items) twice.get(nameOf(item))?.push(item)
  return [...twice.values()]
}
