/** Opens the page's stream of changes as a browser does, and counts what it hears. */
export const watchPage = async (page: string) => {
  const ending = new AbortController()
  const response = await fetch(new URL('api/stream', page), { signal: ending.signal })
  let changes = 0
  const read = async () => {
    for await (const chunk of response.body!) for (const byte of chunk) if (byte === 0x0a) changes += 1
  }
  read().catch(() => undefined)
  return {
    close: () => {
      ending.abort()
      // Each change ends with an empty line.
      return { changes: Math.floor(changes / 2) }
    },
  }
}
