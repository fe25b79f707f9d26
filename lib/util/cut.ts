/** The longest beginning of a text that has at most so many UTF-8 bytes; no character is cut in two. */
export const cutToBytes = (text: string, most: number): string => {
  const encoder = new TextEncoder()
  let kept = ''
  let bytes = 0
  for (const character of text) {
    bytes += encoder.encode(character).length
    if (bytes > most) break
    kept += character
  }
  return kept
}
