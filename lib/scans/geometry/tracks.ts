import type { Grey } from '../contract.ts'

/** A line across, followed over the page: places along it and across it, in pixels. */
export interface Track {
  readonly along: number[]
  readonly at: number[]
  /** How dark it is on the whole. */
  readonly depth: number
}

/** Wide enough to average noise, narrow enough that a slope of 5 degrees stays within two pixels. */
const strip = 16
/** A line leaves its course by no more from one strip to the next. */
const mostStep = 2
/** Strips a line may be missing in, where something lies over it. */
const mostMissed = 3
const leastDepth = 24
/** Strips of the shortest line that tells how a page is bent. */
const shortest = 8

interface Peak {
  readonly at: number
  readonly depth: number
}

const peaksOf = (profile: Float32Array): Peak[] => {
  const peaks: Peak[] = []
  for (let y = 2; y < profile.length - 2; y++) {
    const depth = profile[y]!
    if (depth < leastDepth || depth < profile[y - 1]! || depth <= profile[y + 1]!) continue
    if (depth < profile[y - 2]! || depth < profile[y + 2]!) continue
    const [above, below] = [profile[y - 1]!, profile[y + 1]!]
    const bend = above + below - 2 * depth
    peaks.push({ at: y + 0.5 + (bend < 0 ? (above - below) / (2 * bend) : 0), depth })
  }
  return peaks
}

interface Open {
  readonly along: number[]
  readonly at: number[]
  sum: number
  slope: number
  missed: number
}

/** Follows lines across through the ridges of a page, strip by strip. */
export const tracksOf = ({ width, height, greys }: Grey): Track[] => {
  const done: Track[] = []
  let open: Open[] = []
  const end = ({ along, at, sum }: Open): void => {
    if (along.length >= shortest) done.push({ along, at, depth: sum / along.length })
  }
  const profile = new Float32Array(height)
  for (let left = 0; left + strip <= width; left += strip) {
    for (let y = 0; y < height; y++) {
      let sum = 0
      for (let at = y * width + left, last = at + strip; at < last; at++) sum += greys[at]!
      profile[y] = sum / strip
    }
    const peaks = peaksOf(profile)
    const taken = new Set<Peak>()
    const x = left + strip / 2
    const going: Open[] = []
    for (const track of open.sort((a, b) => b.along.length - a.along.length)) {
      const expected = track.at.at(-1)! + track.slope * (x - track.along.at(-1)!)
      let best: Peak | null = null
      for (const peak of peaks)
        if (
          Math.abs(peak.at - expected) <= mostStep &&
          !taken.has(peak) &&
          (best === null || Math.abs(peak.at - expected) < Math.abs(best.at - expected))
        )
          best = peak
      if (best === null) {
        track.missed += 1
        if (track.missed > mostMissed) end(track)
        else going.push(track)
        continue
      }
      taken.add(best)
      track.missed = 0
      const length = track.along.length
      const back = Math.min(length, 6)
      track.slope = (best.at - track.at[length - back]!) / (x - track.along[length - back]!)
      if (length < 4) track.slope /= 2
      track.along.push(x)
      track.at.push(best.at)
      track.sum += best.depth
      going.push(track)
    }
    for (const peak of peaks)
      if (!taken.has(peak)) going.push({ along: [x], at: [peak.at], sum: peak.depth, slope: 0, missed: 0 })
    open = going
  }
  for (const track of open) end(track)
  return done
}
