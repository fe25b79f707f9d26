import { reportConversionFailedV1 } from '../../events/report-conversion-failed/v1.ts'
import { reportRejectedV1 } from '../../events/report-rejected/v1.ts'
import { reportValidatedV1 } from '../../events/report-validated/v1.ts'
import type { Row } from '../../lib/series/column.ts'
import { PermanentFailure } from '../../lib/submission/errors.ts'
import { inOrder } from '../../lib/util/in-order.ts'
import { errorFields, logger } from '../observe.ts'
import { keepRecords } from './keep-records.ts'
import type { GatherPorts } from './ports.ts'
import { rowOf, type Told } from './record-of.ts'

/** As a queue hands it out: an event as EventBridge carries it. */
export interface Message {
  readonly messageId: string
  readonly body: string
}

export interface Gathered {
  /** Of the segments that were written. */
  readonly keys: readonly string[]
  readonly records: number
  /** Ids of the messages that could not be read, or whose result could not. */
  readonly failed: readonly string[]
}

/** Only what is read here: a newer event with more in it passes. */
const schemas = [reportValidatedV1, reportRejectedV1, reportConversionFailedV1] as const

/** What a message tells. Throws where it is no event about a report. */
const toldIn = (body: string): Told => {
  const detail = (JSON.parse(body) as { readonly detail?: unknown } | null)?.detail
  const event = schemas.map(schema => schema.safeParse(detail)).find(parsed => parsed.success)?.data
  if (!event) throw new PermanentFailure('a message that tells of no report')
  return { event, sequencer: event.sequence ?? '0' }
}

const atOnce = 16

type Read = { readonly row: Row | null } | { readonly failed: string }

const read = async ({ messageId, body }: Message, ports: GatherPorts): Promise<Read> => {
  try {
    return { row: await rowOf(toldIn(body), ports) }
  } catch (error) {
    logger.warn('back to the queue', { messageId, ...errorFields(error) })
    return { failed: messageId }
  }
}

/** What messages tell of reports, as segments. The same messages in any order are the same segments. */
export const gatherMessages = async (messages: readonly Message[], ports: GatherPorts): Promise<Gathered> => {
  const rows: Row[] = []
  const failed: string[] = []
  for await (const result of inOrder(messages, atOnce, message => read(message, ports)))
    if ('failed' in result) failed.push(result.failed)
    else if (result.row) rows.push(result.row)
  return { keys: await keepRecords(rows, ports), records: rows.length, failed }
}
