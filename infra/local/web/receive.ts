import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Message } from '../../../lib/model/message.ts'
import type { Problem } from '../../../lib/model/problems.ts'
import { checkSize, mostBytes } from '../../../lib/submission/size.ts'
import { passedOver } from '../../../lib/submission/skip.ts'
import { codeOf } from '../disk/error-code.ts'
import { sha256 } from '../disk/sha256.ts'
import { leadsOut } from '../inbox/open-inside.ts'
import { isDiskWide } from '../inbox/trouble.ts'
import { safeName } from './safe-name.ts'

/** A roster does not go into the inbox: it is taken beside it, unless something is wrong with it. */
export interface ReceivedRoster {
  readonly kind: 'roster'
  readonly problems?: readonly Message[]
}

/** Takes a file that is a roster; null where it is none. */
export type TakeRoster = (path: string, name: string) => Promise<ReceivedRoster | null>

/** What became of a file sent from the page. */
export type Received =
  | { readonly kind: 'stored' | 'known'; readonly key: string; readonly sha256: string }
  | ReceivedRoster
  | { readonly kind: 'too-large'; readonly problem: Pick<Problem, 'sentence' | 'remedy'> }
  | { readonly kind: 'no-name' | 'left-alone' | 'no-room' }

const numbered = (key: string, number: number): string => {
  if (number === 1) return key
  const extension = extname(key)
  return `${key.slice(0, key.length - extension.length)} (${number})${extension}`
}

const mostOfOneName = 1000

/** Puts the finished file under the first free name; the same bytes under the same name stay as they are. */
const place = async (aside: string, hash: string, inbox: string, key: string): Promise<Received> => {
  for (let number = 1; number <= mostOfOneName; number += 1) {
    const candidate = numbered(key, number)
    const path = join(inbox, ...candidate.split('/'))
    await mkdir(dirname(path), { recursive: true })
    // A folder there may be a link to somewhere else.
    if (dirname(path) !== inbox && (await leadsOut(inbox, dirname(path), 'folder')))
      return { kind: 'no-name' }
    try {
      await link(aside, path)
      return { kind: 'stored', key: candidate, sha256: hash }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      const there = await readFile(path).catch(() => null)
      if (there && sha256(there) === hash) return { kind: 'known', key: candidate, sha256: hash }
    }
  }
  return { kind: 'no-name' }
}

/** Of a size that is known to be too large. */
const tooLarge = (key: string, size: number): Received => {
  const { sentence, remedy } = checkSize(key, size)!
  return { kind: 'too-large', problem: { sentence, remedy } }
}

/**
 * Takes a file from the page into the inbox, whole or not at all, and never over another one. `announced`: bytes that
 * are to come, as far as that was said.
 */
export const receive = async (
  body: Readable,
  given: string,
  inbox: string,
  announced = 0,
  takeRoster: TakeRoster = async () => null,
): Promise<Received> => {
  const key = safeName(given)
  if (key === null) return { kind: 'no-name' }
  if (passedOver({ key })) return { kind: 'left-alone' }
  const most = mostBytes(key)
  if (announced > most) return tooLarge(key, announced)
  const aside = join(inbox, `.gongkai-${randomUUID()}`)
  const hash = createHash('sha256')
  let size = 0
  try {
    const file = await open(aside, 'wx')
    try {
      // Whoever is still sending can read the answer: the connection stays.
      for await (const chunk of body.iterator({ destroyOnReturn: false })) {
        size += chunk.length
        if (size > most) return tooLarge(key, size)
        hash.update(chunk)
        await file.writeFile(chunk)
      }
    } finally {
      await file.close()
    }
    return (await takeRoster(aside, basename(key))) ?? (await place(aside, hash.digest('hex'), inbox, key))
  } catch (error) {
    if (isDiskWide(error)) return { kind: 'no-room' }
    throw error
  } finally {
    await rm(aside, { force: true })
  }
}
