import type { ReportEvent } from '../../events/types.ts'
import { insideKey, insideOf } from '../../lib/submission/archive.ts'
import { latestKey, receiptKey, sentKey, versionPrefix } from '../../lib/submission/keys.ts'
import { parseLatest } from '../../lib/submission/latest.ts'
import type { EventBus, Store, Stored } from '../../lib/submission/ports.ts'
import type { QuarantineState } from '../../lib/submission/quarantine.ts'
import { parseReceipt, type Receipt, uploadOf } from '../../lib/submission/receipt.ts'
import { compareSequencers } from '../../lib/submission/sequencer.ts'
import type { Upload } from '../../lib/submission/upload.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'
import { sha256 } from './submission.ts'

/** Of an upload whose copy was kept for the operator. */
export const quarantine = { bucket: 'outputs', prefix: 'quarantine/' } as const

const stateKey = (version: string) => `${quarantine.prefix}${version}.json`

/** What must not change between two events of one id: all but what says who told it, and where it stands. */
const factOf = (event: ReportEvent): string => {
  const { retold: _retold, data, ...context } = event
  const { run: _run, converter: _converter, ...facts } = data
  const sorted = (value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return JSON.stringify([context, facts], (name, value) => (name === 'key' ? undefined : sorted(value)))
}

/** What an event says that came out, in its kind of fact. */
const contentOf = ({ type, data: { outputs } }: ReportEvent): string =>
  JSON.stringify([
    type,
    Object.entries(outputs).map(([role, file]) => [role, (file as { sha256?: string }).sha256]),
  ])

const relation = ({ data }: ReportEvent): { replaces?: string; stands?: string | null } => ({
  ...('replaces' in data && data.replaces ? { replaces: data.replaces.event } : {}),
  ...('stands' in data && data.stands ? { stands: data.stands.event } : {}),
})

const placeOf = ({ data: { upload } }: ReportEvent) => versionPrefix(upload)

/**
 * Looks on while submissions are processed, knows nothing of how, and says what must not have been. `withdrawn`: builds
 * that somebody asked to withdraw.
 */
export const oracle = (withdrawn: ReadonlySet<string> = new Set()) => {
  const broken: string[] = []
  const complain = (what: string) => void broken.push(what)
  const store = memoryStore()
  const told = new Map<string, ReportEvent>()
  const events: ReportEvent[] = []
  /** By version and build: a result that was taken back. */
  const takenBack = new Set<string>()

  const buildOf = new Map<string, string>()

  const isTrue = ({ outputs }: Pick<Receipt, 'outputs'>) =>
    outputs.every(({ key, sha256: hash, size }) => {
      const stored = store.objects.get(key)
      return stored && sha256(stored.bytes) === hash && stored.bytes.length === size
    })

  const recordsOf = (version: string): readonly Receipt[] =>
    [...store.objects]
      .filter(
        ([key]) =>
          key.startsWith(`${version}/`) && /\/[0-9a-f]{12}\/(run|told\/[0-9a-f]{12})\.json$/.test(key),
      )
      .map(([, { bytes }]) => parseReceipt(bytes))

  const onReceipt = (key: string, before: Receipt | null, after: Receipt) => {
    const version = versionPrefix(after.upload)
    if (!isTrue(after)) complain(`${key}: names outputs that are not there`)
    const built = after.converter.build!
    const run = `${version}/${after.run}`
    if (after.outcome !== 'failed' && (buildOf.get(run) ?? built) !== built)
      complain(`${run}: of two programs`)
    buildOf.set(run, built)
    if (takenBack.has(`${version} ${built}`) && after.event)
      complain(`${key}: a result that was taken back is there again`)
    if (!before) return
    if (before.event && !recordsOf(version).some(({ event }) => event?.id === before.event!.id))
      complain(`${key}: what was told is not kept as history`)
    if (before.outcome === 'failed') return
    if (after.outcome === 'failed') complain(`${key}: a failure in the place of a result`)
    const backwards = after.converter.builtAt! < before.converter.builtAt!
    if (!backwards) return
    if (!withdrawn.has(before.converter.build!)) complain(`${key}: an older program replaced a newer one`)
    else takenBack.add(`${version} ${before.converter.build}`)
    const counted = recordsOf(version).filter(
      ({ outcome, converter: { build } }) => outcome !== 'failed' && !takenBack.has(`${version} ${build}`),
    )
    if (counted.length > 0 && !counted.some(({ run }) => run === after.run))
      complain(`${key}: not back at a run that was`)
  }

  const onWrite = (key: string, before: Stored | undefined, after: Stored) => {
    if (
      /\/[0-9a-f]{12}\/(?!sent\.json$).+$/.test(key) &&
      before &&
      sha256(before.bytes) !== sha256(after.bytes)
    )
      complain(`${key}: changed its bytes`)
    if (key.endsWith('/receipt.json'))
      onReceipt(key, before ? parseReceipt(before.bytes) : null, parseReceipt(after.bytes))
    if (!before || !key.endsWith('/latest.json')) return
    if (compareSequencers(parseLatest(after.bytes).sequencer, parseLatest(before.bytes).sequencer) <= 0)
      complain(`${key}: did not move forward`)
  }

  const watched =
    <Given extends readonly unknown[], Result>(write: (key: string, ...given: Given) => Promise<Result>) =>
    async (key: string, ...given: Given) => {
      const before = store.objects.get(key)
      const result = await write(key, ...given)
      const after = store.objects.get(key)
      if (after && after !== before) onWrite(key, before, after)
      return result
    }
  const outputs: MemoryStore = {
    ...store,
    put: watched(store.put),
    putIfAbsent: watched(store.putIfAbsent),
    putIfMatch: watched(store.putIfMatch),
  } satisfies Store

  const wasTold = (version: string) => events.some(event => placeOf(event) === version)

  const onEvent = (event: ReportEvent) => {
    const { id, type, data } = event
    const name = `${type} of ${event.subject} (${id.slice(0, 6)})`
    const known = told.get(id)
    if (known && factOf(known) !== factOf(event)) complain(`${name}: one id, two facts`)
    if (!known && event.retold) complain(`${name}: told again before it was told`)
    const files = Object.values(data.outputs).filter(file => typeof file === 'object' && 'sha256' in file)
    if (!isTrue({ outputs: files as unknown as Receipt['outputs'] }))
      complain(`${name}: outputs are not there`)
    const { replaces, stands } = relation(event)
    for (const other of [replaces, stands])
      if (other && !told.has(other)) complain(`${name}: refers to what was not told`)
    const replaced = replaces && told.get(replaces)
    if (replaced && contentOf(replaced) === contentOf(event)) complain(`${name}: replaces the same`)
    if (type === 'gongkai.report.conversion-failed.v1' && data.quarantine) {
      if (!store.objects.has(data.quarantine.key)) complain(`${name}: no copy is kept`)
      if (!store.objects.has(stateKey(placeOf(event))))
        complain(`${name}: nobody is told to look at the copy`)
    }
    if (type === 'gongkai.archive.unpacked.v1') {
      const archive = JSON.parse(new TextDecoder().decode(store.objects.get(data.outputs.archive.key)!.bytes))
      for (const file of archive.files as { name: string }[])
        if (!wasTold(versionPrefix({ ...data.upload, key: insideKey(data.upload.key, file.name) })))
          complain(`${name}: told before ${file.name}`)
    }
    told.set(id, event)
    events.push(structuredClone(event))
  }
  const bus: EventBus = {
    publish: async batch => {
      batch.forEach(onEvent)
      return []
    },
  }

  const endOfQuarantine = (upload: Upload, receipt: Receipt) => {
    const stored = store.objects.get(stateKey(versionPrefix(upload)))
    if (!stored) return
    const { state, copy } = JSON.parse(new TextDecoder().decode(stored.bytes)) as QuarantineState
    if (!store.objects.has(copy)) complain(`${copy} is not there`)
    const failed = receipt.outcome === 'failed'
    const beside = events.some(
      event =>
        placeOf(event) === versionPrefix(upload) && relation(event).stands === (receipt.event?.id ?? null),
    )
    if (state === 'open' && !failed && !beside) complain(`${copy}: open beside a later result`)
    if (state === 'settled' && failed) complain(`${copy}: settled by a failure`)
  }

  const endOf = (upload: Upload, all: readonly Upload[]): Receipt | null => {
    const version = versionPrefix(upload)
    const stored = store.objects.get(receiptKey(upload))
    if (!stored) {
      complain(`${version}: no receipt`)
      return null
    }
    const receipt = parseReceipt(stored.bytes)
    if (!isTrue(receipt)) complain(`${version}: outputs are gone`)
    if (!receipt.event) complain(`${version}: never told`)
    const ofVersion = [...told.values()].filter(event => placeOf(event) === version)
    const chain: string[] = []
    for (let id = receipt.event?.id; id !== undefined; id = relation(told.get(id)!).replaces) {
      if (!told.has(id) || chain.includes(id)) {
        complain(`${version}: the chain of what was told breaks`)
        break
      }
      chain.push(id)
    }
    for (const event of ofVersion)
      if (relation(event).stands === undefined && !chain.includes(event.id))
        complain(`${version}: ${event.type} was told and nothing took its place`)
    if (!store.objects.has(sentKey(upload))) complain(`${version}: nothing says that it was told`)
    for (const record of recordsOf(version)) {
      const beside = record.event && relation(record.event).stands !== undefined
      if (beside && !store.objects.has(`${version}/${record.run}/sent.json`))
        complain(`${version}: nothing says that the failure ${record.run} was told`)
      if (record.event && !told.has(record.event.id)) complain(`${version}: run ${record.run} was never told`)
    }
    for (const id of chain.slice(1))
      if (!recordsOf(version).some(({ event }) => event?.id === id))
        complain(`${version}: ${id} is not in its history`)
    endOfQuarantine(upload, receipt)
    const newest = all
      .filter(({ key }) => key === upload.key)
      .toSorted((a, b) => compareSequencers(b.sequencer, a.sequencer))[0]
    const latest = store.objects.get(latestKey(upload))
    if (!latest || parseLatest(latest.bytes).version !== newest?.version)
      complain(`${latestKey(upload)} is not the newest`)
    return receipt
  }

  /** What must hold once every message is through. Gives the receipts of the uploads and of what lies in them. */
  const atTheEnd = (uploads: readonly Upload[]): readonly Receipt[] => {
    const receipts = uploads.flatMap(upload => {
      const receipt = endOf(upload, uploads)
      const inside =
        receipt?.unpacked?.files.map(name =>
          endOf(
            insideOf(uploadOf(receipt), name),
            uploads.map(one => insideOf(one, name)),
          ),
        ) ?? []
      return [receipt, ...inside].filter(one => one !== null)
    })
    return receipts
  }

  return { outputs, bus, events, broken, atTheEnd, complain }
}
