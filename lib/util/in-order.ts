/**
 * Runs `work` on every item, at most `width` at once, and gives the results in the order of the items,
 * each as soon as it and all before it are there.
 */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  for await (const item of items) {
    const result = work(item)
    // Awaited later: without a handler now, an early rejection would end the process.
    result.catch(() => undefined)
    running.push(result)
    if (running.length >= width) yield await running.shift()!
  }
  for (const result of running) yield await result
}
