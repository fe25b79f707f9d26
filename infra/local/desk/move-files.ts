import { join } from 'node:path'
import type { Message } from '../../../lib/model/message.ts'
import { partsOfKey } from '../../../lib/submission/archive.ts'
import { codeOf } from '../disk/error-code.ts'
import type { AskedAct } from './acts.ts'
import { moveFile, toBin } from './bin.ts'
import type { DeskRead } from './desk.ts'

export interface Places {
  readonly inbox: string
  /** Folder of what was thrown away. */
  readonly bin: string
}

/** Why a file cannot be moved. */
export class NotMoved extends Error {
  readonly problem: Message
  constructor(zh: string, en: string) {
    super(en)
    this.problem = { zh, en }
  }
}

const held = new Set(['EBUSY', 'EPERM', 'EACCES'])

/** Why a file was not moved, in words. Throws what is no such trouble. */
export const movedTrouble = (error: unknown, name: string): NotMoved => {
  if (error instanceof NotMoved) return error
  if (!held.has(codeOf(error))) throw error
  return new NotMoved(
    `“${name}”正被别的程序打开，或没有权限移动。请关闭它之后再试。`,
    `“${name}” is open in another program, or may not be moved: close it and try again.`,
  )
}

const pathIn = (folder: string, key: string): string => join(folder, ...key.split('/'))

const removed = async (key: string, { inbox, bin }: Places) => {
  const place = await toBin(pathIn(inbox, key), key, bin)
  return place === null
    ? { act: { kind: 'removed', key } as const, back: async () => undefined }
    : {
        act: { kind: 'removed', key, bin: place } as const,
        back: () => moveFile(pathIn(bin, place), pathIn(inbox, key)),
      }
}

const restored = async (key: string, place: string | null, { inbox, bin }: Places) => {
  if (place === null)
    throw new NotMoved(
      `“${key}”已不在收件文件夹中，请把原文件重新放进去。`,
      `“${key}” is not in the inbox any more: put the file there again.`,
    )
  try {
    await moveFile(pathIn(bin, place), pathIn(inbox, key))
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new NotMoved(
        `收件文件夹里已另有一份“${key}”，没有还原；被删除的那一份仍在回收站：${place}`,
        `There is another “${key}” in the inbox by now; the one that was removed is still in the bin: ${place}`,
      )
    if (codeOf(error) === 'ENOENT')
      throw new NotMoved(
        `回收站里已没有“${place}”，请把原文件重新放入收件文件夹。`,
        `“${place}” is not in the bin any more: put the file into the inbox again.`,
      )
    throw error
  }
  return {
    act: { kind: 'restored', key } as const,
    back: async () => {
      await moveFile(pathIn(inbox, key), pathIn(bin, place))
    },
  }
}

/**
 * Moves the files that acts remove or restore, all or none, and gives the acts as they are to be noted, and what takes the moves
 * back. A file in an archive is marked only. Throws NotMoved.
 */
export const moveFiles = async (
  asked: readonly AskedAct[],
  desk: DeskRead,
  places: Places,
): Promise<{ readonly acts: readonly AskedAct[]; readonly back: () => Promise<void> }> => {
  const backs: (() => Promise<void>)[] = []
  const back = async () => {
    for (const each of backs.toReversed()) await each().catch(() => undefined)
  }
  const moved = async (act: AskedAct): Promise<AskedAct> => {
    if ((act.kind !== 'removed' && act.kind !== 'restored') || partsOfKey(act.key)) return act
    const before = desk.folded().removed.get(act.key)
    if (act.kind === 'removed' ? before : !before) return { kind: act.kind, key: act.key }
    const done =
      act.kind === 'removed' ? await removed(act.key, places) : await restored(act.key, before!.bin, places)
    backs.push(done.back)
    return done.act
  }
  const acts: AskedAct[] = []
  for (const act of asked)
    try {
      acts.push(await moved(act))
    } catch (error) {
      await back()
      throw movedTrouble(error, 'key' in act ? act.key : '')
    }
  return { acts, back }
}
