import type { ReportEvent } from '../../../events/types.ts'
import { build } from '../../../lib/model/build.ts'
import { converter } from '../../../lib/model/version.ts'
import { WorkerEnded } from '../pool/failures.ts'
import type { Pool } from '../pool/pool.ts'
import type { Board } from '../results/board.ts'
import { type Family, openCounter, openHistogram, prometheusText } from './prometheus.ts'
import { states } from './words.ts'

/** What an operator watches, since the start of the process. No name of a file or an authority is among it. */
export interface Metrics {
  /** From now on events and files are counted. */
  readonly watch: (board: Board) => void
  /** The same pool, each conversion timed. */
  readonly timed: (pool: Pool) => Pool
  readonly workerStarted: () => void
  readonly answered: (operation: string, status: number) => void
  readonly text: () => string
}

/** In seconds; a conversion is ended after a minute, that of a scan after ten. */
const bounds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600]

const endOf = (event: ReportEvent): { readonly outcome: string; readonly verdict: string } | null => {
  switch (event.type) {
    case 'gongkai.report.validated.v1':
      return { outcome: 'validated', verdict: event.data.verdict }
    case 'gongkai.report.rejected.v1':
      return { outcome: 'rejected', verdict: '' }
    case 'gongkai.report.conversion-failed.v1':
      return { outcome: 'failed', verdict: '' }
    case 'gongkai.archive.unpacked.v1':
      return { outcome: 'unpacked', verdict: '' }
    default:
      return null
  }
}

const processFamilies = (): readonly Family[] => {
  const { user, system } = process.cpuUsage()
  return [
    {
      ...{ name: 'process_cpu_seconds_total', type: 'counter' },
      help: 'Processor time of this process; workers are processes of their own.',
      samples: [{ value: (user + system) / 1e6 }],
    },
    {
      ...{ name: 'process_resident_memory_bytes', type: 'gauge' },
      help: 'Memory of this process; workers are processes of their own.',
      samples: [{ value: process.memoryUsage.rss() }],
    },
    {
      ...{ name: 'process_start_time_seconds', type: 'gauge' },
      help: 'When the process was started, in seconds since 1970.',
      samples: [{ value: Math.round(Date.now() / 1000 - process.uptime()) }],
    },
  ]
}

export const openMetrics = (): Metrics => {
  const reports = openCounter()
  const rejections = openCounter()
  const workersStarted = openCounter()
  const workersEnded = openCounter()
  const requests = openCounter()
  const seconds = openHistogram(bounds)
  let board: Board | null = null

  const filesByState = () => {
    const entries = Map.groupBy(board?.entries() ?? [], ({ state }) => state)
    return states.map(state => ({ labels: { state }, value: entries.get(state)?.length ?? 0 }))
  }
  const families = (): readonly Family[] => [
    {
      ...{ name: 'gongkai_build_info', type: 'gauge', help: 'Which program runs.' },
      samples: [{ labels: { version: converter.version, build: build.build }, value: 1 }],
    },
    {
      ...{ name: 'gongkai_reports_total', type: 'counter' },
      help: 'Files that came to their end, by how; each time one is told of counts.',
      samples: reports.samples(),
    },
    {
      ...{ name: 'gongkai_rejections_total', type: 'counter' },
      help: 'Files that were refused or given up, by the code of the reason.',
      samples: rejections.samples(),
    },
    {
      ...{ name: 'gongkai_files', type: 'gauge' },
      help: 'Files of the list by how far they are; waiting is the length of the queue.',
      samples: filesByState(),
    },
    {
      ...{ name: 'gongkai_conversion_seconds', type: 'histogram' },
      help: 'How long conversions took, waiting for a worker included.',
      samples: seconds.samples(),
    },
    {
      ...{ name: 'gongkai_workers_started_total', type: 'counter' },
      help: 'Converting processes that were started; more than there are processors means restarts.',
      samples: workersStarted.samples(),
    },
    {
      ...{ name: 'gongkai_workers_ended_total', type: 'counter' },
      help: 'Conversions that ended with their process, by the code of the reason.',
      samples: workersEnded.samples(),
    },
    {
      ...{ name: 'gongkai_http_requests_total', type: 'counter' },
      help: 'Requests to the interface by operation and status.',
      samples: requests.samples(),
    },
    ...processFamilies(),
  ]
  return {
    watch: watched => {
      board = watched
      watched.watch(change => {
        const event = 'event' in change ? change.event : null
        const end = event && endOf(event)
        if (end) reports.add(end)
        if (event?.type === 'gongkai.report.rejected.v1') rejections.add({ code: event.data.problem.code })
        if (event?.type === 'gongkai.report.conversion-failed.v1')
          rejections.add({ code: event.data.failure.code })
      })
    },
    timed: pool => ({
      ...pool,
      convert: async (input, begins) => {
        const since = performance.now()
        try {
          return await pool.convert(input, begins)
        } catch (error) {
          if (error instanceof WorkerEnded) workersEnded.add({ code: error.failure.code })
          throw error
        } finally {
          seconds.observe((performance.now() - since) / 1000)
        }
      },
    }),
    workerStarted: () => workersStarted.add(),
    answered: (operation, status) => requests.add({ operation, status: String(status) }),
    text: () => prometheusText(families()),
  }
}
