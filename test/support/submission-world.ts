import { strToU8, zipSync } from 'fflate'
import type { ReportEvent } from '../../events/types.ts'
import { TransientFailure } from '../../lib/submission/errors.ts'
import { converterFault, retriesExhausted } from '../../lib/submission/failures.ts'
import { giveUp } from '../../lib/submission/give-up.ts'
import { receiptKey, versionPrefix } from '../../lib/submission/keys.ts'
import type { Ports } from '../../lib/submission/ports.ts'
import { type Processed, type ProcessOptions, processUpload } from '../../lib/submission/process.ts'
import type { Upload } from '../../lib/submission/upload.ts'
import { rememberFor } from '../../lib/util/remember.ts'
import { Crash, type Fault, faultyPorts } from './faulty-ports.ts'
import { builtIn, fakeConversion, notAReport, sha256 } from './submission.ts'
import { oracle, quarantine } from './submission-oracle.ts'

/** A program that is deployed: when it was built, and what it makes of any report. */
export interface Program {
  readonly built: string
  /** The same word, the same result. */
  readonly makes: string | 'refusal' | 'fault'
  /** A file in archives that it does not see. */
  readonly blindTo?: string
}

export interface Message extends ProcessOptions {
  readonly upload: Upload
}

/** A file by its text, an archive by the texts in it. */
export type Content = string | Readonly<Record<string, string>>

const packed = (content: Exclude<Content, string>, blindTo: string | undefined): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(content).flatMap(([name, text]) => (name === blindTo ? [] : [[name, strToU8(text)]])),
    ),
  )

/** Each archive is packed once for all worlds, by what is not seen of it. */
const archives = rememberFor((_: Exclude<Content, string>) => new Map<string | undefined, Uint8Array>())

const bytesOf = (content: Content, { blindTo }: Program): Uint8Array => {
  if (typeof content === 'string') return strToU8(content)
  const known = archives(content)
  const bytes = known.get(blindTo) ?? packed(content, blindTo)
  known.set(blindTo, bytes)
  return bytes.slice()
}

class Bug extends RangeError {}

const converting =
  ({ makes }: Program): Ports['convert'] =>
  async ({ bytes }) => {
    const text = new TextDecoder().decode(bytes)
    if (makes === 'fault' || text === 'fault') throw new Bug()
    if (makes === 'refusal' || text === 'refusal') throw notAReport()
    return fakeConversion(strToU8(`${makes} of ${text}`))
  }

const noFault: Fault = async () => undefined

/** How a try ended: at rest, or to be delivered again. */
export interface Try {
  readonly kind: 'ended' | 'returned'
}

/** A bucket of uploads, one of outputs, a bus, a queue, a clock, and an oracle that looks on. */
export const world = (contents: ReadonlyMap<Upload, Content>, withdrawn: ReadonlySet<string>) => {
  const seen = oracle(withdrawn)
  const files = new Map([...contents].map(([upload, content]) => [versionPrefix(upload), content]))
  const queue: Message[] = []
  let time = Date.UTC(2024, 0, 31)

  const portsOf = (program: Program, fault: Fault): Parameters<typeof giveUp>[2] & Ports => {
    const ports: Ports = {
      uploads: {
        get: async upload => {
          const content = files.get(versionPrefix(upload))
          return content === undefined ? null : bytesOf(content, program)
        },
      },
      outputs: seen.outputs,
      outputsBucket: 'outputs',
      bus: seen.bus,
      spread: async uploads => void queue.push(...uploads.map(upload => ({ upload }))),
      convert: converting(program),
      converter: builtIn(program.built),
      now: () => {
        time += 1000
        return new Date(time)
      },
      sha256,
    }
    const faulty = faultyPorts(ports, fault)
    return { ...faulty, quarantine: { ...quarantine, store: faulty.outputs } }
  }

  /** What was asked was done, and told; only a newer program's result keeps an older one from it. */
  const expectAnswer = (
    { upload, again, withdraw }: Message,
    processed: Processed,
    by: Ports['converter'],
    told: readonly ReportEvent[],
  ) => {
    if (processed.kind !== 'done') return
    const { event, outcome, converter, withdrawn = [] } = processed.receipt
    if (outcome !== 'failed' && converter.build === withdraw)
      seen.complain(`${upload.key}: what was to be withdrawn stands`)
    if (!processed.repeated && event && !told.some(({ id }) => id === event.id))
      seen.complain(`${upload.key}: ended without a word`)
    const mayStand = converter.builtAt! > by.builtAt || withdrawn.includes(by.build) || withdraw !== undefined
    if (processed.repeated && again && !mayStand && outcome !== 'failed')
      seen.complain(`${upload.key}: asked again, and nothing was done`)
  }

  /** How much had been written and told when a message came first. */
  const since = new Map<Message, { readonly writes: number; readonly told: number }>()
  const writesOf = ({ upload }: Message) => seen.outputs.writes.get(receiptKey(upload)) ?? 0
  const begin = (message: Message) => {
    if (!since.has(message)) since.set(message, { writes: writesOf(message), told: seen.events.length })
  }
  const expectWord = (message: Message) => {
    const { writes, told } = since.get(message)!
    const { key, version } = message.upload
    const later = seen.events.slice(told).map(({ data }) => data.upload)
    if (
      !later.some(upload => upload.key === key && upload.version === version) &&
      writesOf(message) === writes
    )
      seen.complain(`${key}: what was asked again ended without a word`)
  }

  /** One try of a message, as the functions make it. */
  const deliver = async (message: Message, program: Program, fault = noFault): Promise<Try> => {
    const { upload, ...options } = message
    begin(message)
    const ports = portsOf(program, fault)
    try {
      try {
        const toldBefore = seen.events.length
        const processed = await processUpload(upload, ports, options)
        expectAnswer(message, processed, ports.converter, seen.events.slice(toldBefore))
        return { kind: 'ended' }
      } catch (error) {
        if (!(error instanceof Bug)) throw error
        await giveUp(upload, converterFault(error), ports, options)
        return { kind: 'ended' }
      }
    } catch (error) {
      if (error instanceof TransientFailure || error instanceof Crash) return { kind: 'returned' }
      throw error
    }
  }

  /** The end of a message that came to none. */
  const bury = async (message: Message, program: Program, fault = noFault): Promise<Try> => {
    const { upload, ...options } = message
    begin(message)
    try {
      await giveUp(upload, retriesExhausted, portsOf(program, fault), options)
      if (options.again) expectWord(message)
      return { kind: 'ended' }
    } catch (error) {
      if (error instanceof TransientFailure || error instanceof Crash) return { kind: 'returned' }
      throw error
    }
  }

  return { ...seen, uploads: [...contents.keys()], files, queue, deliver, bury }
}

export type World = ReturnType<typeof world>
