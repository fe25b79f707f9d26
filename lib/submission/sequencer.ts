/**
 * A sequencer for a version whose own is not known, from its time: those of S3 begin with the seconds since 1970
 * in ten hex digits. Empty for no time at all.
 */
export const sequencerOfTime = (time: Date): string => {
  const milliseconds = time.getTime()
  if (Number.isNaN(milliseconds)) return ''
  const fraction = Math.floor(((milliseconds % 1000) / 1000) * 2 ** 32)
  const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0')
  return hex(Math.floor(milliseconds / 1000), 10) + hex(fraction, 8)
}

/**
 * Negative, zero or positive as `a` is older, the same or newer than `b`, for versions of the same key.
 * S3: right-pad the shorter with zeros, compare as strings.
 */
export const compareSequencers = (a: string, b: string): number => {
  const length = Math.max(a.length, b.length)
  const left = a.toLowerCase().padEnd(length, '0')
  const right = b.toLowerCase().padEnd(length, '0')
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * When a version was uploaded, as near as its sequencer tells: those of S3, and ours made of a time, begin with the seconds
 * since 1970 in ten hex digits; those of a folder are nanoseconds in sixteen. Null where it tells nothing.
 */
export const timeOfSequencer = (sequencer: string): Date | null => {
  const digits = sequencer.toLowerCase()
  const isNanoseconds = /^[1-9a-f][0-9a-f]{15}$/u.test(digits)
  if (!isNanoseconds && !/^00[0-9a-f]{8}/u.test(digits)) return null
  const milliseconds = isNanoseconds
    ? Number(BigInt(`0x${digits}`) / 1_000_000n)
    : Number.parseInt(digits.slice(0, 10), 16) * 1000
  return milliseconds === 0 ? null : new Date(milliseconds)
}
