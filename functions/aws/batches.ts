/** What one request may hold. */
export interface BatchLimits {
  readonly items: number
  /** Together, exclusive: a service that says "less than" means it. */
  readonly bytes: number
}

/** Items in their order, as few requests as their sizes allow; one that is too large by itself goes alone, to be refused. */
export const batchesOf = <T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  limits: BatchLimits,
): readonly (readonly T[])[] => {
  const batches: T[][] = []
  let bytes = 0
  for (const item of items) {
    const size = sizeOf(item)
    const last = batches.at(-1)
    if (last && last.length < limits.items && bytes + size < limits.bytes) {
      last.push(item)
      bytes += size
    } else {
      batches.push([item])
      bytes = size
    }
  }
  return batches
}
