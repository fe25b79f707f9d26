import { expect } from 'vitest'
import type { ReportEvent } from '../../events/types.ts'
import { latestKey, receiptKey } from '../../lib/submission/keys.ts'
import { parseLatest } from '../../lib/submission/latest.ts'
import type { Store, Stored } from '../../lib/submission/ports.ts'
import { parseReceipt, type Receipt } from '../../lib/submission/receipt.ts'
import { sentKeyOf } from '../../lib/submission/sent.ts'
import { compareSequencers } from '../../lib/submission/sequencer.ts'
import type { Upload } from '../../lib/submission/upload.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'
import { sha256 } from './submission.ts'

const complain = (broken: string): never => {
  throw new Error(`invariant broken: ${broken}`)
}

const outputsWhole = (receipt: Receipt, store: MemoryStore) =>
  receipt.outputs.every(file => {
    const stored = store.objects.get(file.key)
    return stored && sha256(stored.bytes) === file.sha256
  })

/** A memory store that watches every write: no receipt over half outputs, no pointer that moves back. */
export const watchedStore = (): MemoryStore => {
  const store = memoryStore()
  const check = (key: string, before: Stored | undefined, after: Stored) => {
    if (key.endsWith('/receipt.json')) {
      if (before && parseReceipt(before.bytes).event) complain(`${key} written twice`)
      if (!outputsWhole(parseReceipt(after.bytes), store)) complain(`${key} written before its outputs`)
    }
    if (!before || !key.endsWith('/latest.json')) return
    if (compareSequencers(parseLatest(after.bytes).sequencer, parseLatest(before.bytes).sequencer) <= 0)
      complain(`${key} did not move forward`)
  }
  const watched =
    <Given extends readonly unknown[], Result>(write: (key: string, ...given: Given) => Promise<Result>) =>
    async (key: string, ...given: Given) => {
      const before = store.objects.get(key)
      const result = await write(key, ...given)
      const after = store.objects.get(key)
      if (after && after !== before) check(key, before, after)
      return result
    }
  const conditional: Pick<Store, 'put' | 'putIfAbsent' | 'putIfMatch'> = {
    put: watched(store.put),
    putIfAbsent: watched(store.putIfAbsent),
    putIfMatch: watched(store.putIfMatch),
  }
  return { ...store, ...conditional }
}

/** What must hold once every upload has been delivered, whatever happened on the way. Gives the receipts. */
export const expectInvariants = (
  uploads: readonly Upload[],
  store: MemoryStore,
  events: readonly ReportEvent[],
): readonly Receipt[] => {
  const receipts = uploads.map(upload => {
    const stored = store.objects.get(receiptKey(upload))
    return stored ? parseReceipt(stored.bytes) : complain(`${receiptKey(upload)} is missing`)
  })
  uploads.forEach((upload, index) => {
    const receipt = receipts[index]!
    if (!outputsWhole(receipt, store)) complain(`outputs of ${receiptKey(upload)}`)
    if (!store.objects.has(sentKeyOf(receipt))) complain(`${sentKeyOf(receipt)} is missing`)
    const ofUpload = uploads.filter(other => other.key === upload.key)
    const newest = ofUpload.toSorted((a, b) => compareSequencers(b.sequencer, a.sequencer))[0]
    const latest = parseLatest(store.objects.get(latestKey(upload))!.bytes)
    if (latest.version !== newest?.version) complain(`${latestKey(upload)} is not the newest`)
  })
  const told = new Set(events.map(event => event.id))
  expect(told).toEqual(new Set(receipts.flatMap(({ event }) => event?.id ?? [])))
  expect(told.size).toBe(receipts.length)
  return receipts
}
