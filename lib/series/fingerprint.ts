const mixed = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}

/** A hash of a text in 16 hex digits: two lanes of 32 bits. Equal texts have equal ones; nothing is kept secret by it. */
export const fingerprint = (text: string): string => {
  let left = 0x811c9dc5
  let right = 0x9e3779b9
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    left = Math.imul(left ^ unit, 0x01000193)
    right = Math.imul(right ^ (unit + (right >>> 15)), 0x85ebca77)
  }
  return [left, right].map(lane => mixed(lane).toString(16).padStart(8, '0')).join('')
}
