import type { Converter } from './converter.ts'
import { ownMetricOf, versionMetric } from './metrics.ts'
import { from, type Watch } from './watch.ts'

/** They bring the version before back while a new one takes over. One file alone cannot: it comes back too late. */
export const canaryWatches = ({ convert, readScan, giveUp }: Converter) =>
  ({
    convert: [
      {
        name: 'new-convert-crashed',
        what: 'The new version of the converter died twice within 5 minutes.',
        when: [from(versionMetric(convert, 'Errors'), 2)],
      },
      {
        name: 'new-convert-faulty',
        what: 'The new version of the converter failed at two files within 5 minutes.',
        when: [from(ownMetricOf(convert, 'Faults'), 2)],
      },
    ],
    readScan: [
      {
        name: 'new-read-scan-crashed',
        what: 'The new version of what reads scans died twice within 5 minutes.',
        when: [from(versionMetric(readScan, 'Errors'), 2)],
      },
      {
        name: 'new-read-scan-faulty',
        what: 'The new version of what reads scans failed at two files within 5 minutes.',
        when: [from(ownMetricOf(readScan, 'Faults'), 2)],
      },
    ],
    giveUp: [
      {
        name: 'new-give-up-crashed',
        what: 'The new version of giving up failed twice within 5 minutes.',
        when: [from(versionMetric(giveUp, 'Errors'), 2)],
      },
    ],
  }) satisfies Readonly<Record<keyof Converter, readonly Watch[]>>
