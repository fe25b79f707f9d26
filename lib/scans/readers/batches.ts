/** Pictures as wide as each other, in parts of at most `columns` columns: a model takes many at once, all of one width. */
export const batchesOf = <T extends { readonly width: number }>(
  pictures: readonly T[],
  columns: number,
): readonly (readonly T[])[] =>
  [...Map.groupBy(pictures, ({ width }) => width)].flatMap(([width, alike]) => {
    const most = Math.max(1, Math.floor(columns / width))
    return Array.from({ length: Math.ceil(alike.length / most) }, (_, part) =>
      alike.slice(part * most, (part + 1) * most),
    )
  })
