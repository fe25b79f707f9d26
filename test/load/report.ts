import { leastJudged, mostGrowth, quartersOf, type Sample } from './check/memory.ts'
import type { Part } from './part.ts'

const number = (value: number, digits = 0): string => value.toFixed(digits)

/** How fast it went, on the clock and by the processor time spent. */
export const throughputLine = (versions: number, seconds: number, cpuSeconds: number): string =>
  `${versions} versions in ${number(seconds, 1)} s: ${number(versions / seconds, 1)} a second, ` +
  `${number(versions / cpuSeconds, 1)} per second of one core (${number((cpuSeconds * 1000) / versions, 1)} ms each)`

/** Memory by quarters of the work. */
export const memoryLines = (samples: readonly Sample[], held: string): readonly string[] => [
  `memory by quarter of the work   rss median   rss most   heap median   ${held}`,
  ...quartersOf(samples).map((quarter, at) =>
    [
      `  ${at + 1}`.padEnd(30),
      `${number(quarter.rss)} MB`.padStart(12),
      `${number(quarter.mostRss)} MB`.padStart(11),
      `${number(quarter.heap, 1)} MB`.padStart(14),
      `${quarter.held}`.padStart(held.length + 3),
    ].join(''),
  ),
  `  bound from ${leastJudged} versions on: the fourth may exceed the second by ${mostGrowth.share * 100} % or ${mostGrowth.mb} MB, whichever is more`,
]

const mostComplaints = 20

/** Prints a part; gives whether it held. */
export const printPart = ({ title, lines, complaints }: Part): boolean => {
  console.log(`\n== ${title}`)
  for (const line of lines) console.log(line)
  for (const sentence of complaints.slice(0, mostComplaints)) console.log(`BROKEN: ${sentence}`)
  if (complaints.length > mostComplaints)
    console.log(`BROKEN: and ${complaints.length - mostComplaints} more`)
  console.log(
    complaints.length === 0
      ? 'held: none lost, none doubled, every output whole and as expected'
      : `${complaints.length} complaints`,
  )
  return complaints.length === 0
}
