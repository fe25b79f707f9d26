import type { Message } from '../../../lib/model/message.ts'
import { WorkerEnded } from '../pool/failures.ts'

/** The file of the inbox could not be read. */
export class NotRead extends Error {
  constructor(cause: unknown) {
    super('not read', { cause })
    this.name = 'NotRead'
  }
}

/** Why a file has no result yet. `everywhere`: no other would have one now, so none is begun. */
export interface Trouble {
  readonly code: string
  readonly everywhere: boolean
  readonly sentence: Message
}

const diskWide: Readonly<Record<string, Message>> = {
  ENOSPC: { zh: '结果文件夹所在的磁盘已满', en: 'the disk of the outbox is full' },
  EDQUOT: { zh: '结果文件夹所在磁盘的配额已用完', en: 'the quota on the disk of the outbox is used up' },
  EROFS: { zh: '结果文件夹所在的磁盘现在只能读、不能写', en: 'the disk of the outbox is read-only now' },
  EIO: { zh: '结果文件夹所在的磁盘读写出错', en: 'the disk of the outbox reports errors' },
}

/** Whether an error says that nothing can be written to a disk now. */
export const isDiskWide = (error: unknown): boolean => Object.hasOwn(diskWide, codeOf(error))

const codeOf = (error: unknown): string => {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  if (typeof code === 'string') return code
  return cause === undefined || cause === null ? '' : codeOf(cause)
}

const later: Message = { zh: '稍后会自动再试，不必重启。', en: 'tried again by itself, no restart needed' }

const withLater = ({ zh, en }: Message): Message => ({ zh: `${zh}；${later.zh}`, en: `${en}; ${later.en}` })

export const troubleOf = (error: unknown): Trouble => {
  const code = codeOf(error) || (error instanceof Error ? error.name : 'unknown')
  if (error instanceof WorkerEnded) {
    const { zh, en } = error.failure.sentence
    return {
      code: error.failure.code,
      everywhere: true,
      sentence: withLater({ zh: zh.replace(/。$/, ''), en: en.replace(/\.$/, '') }),
    }
  }
  if (error instanceof NotRead)
    return {
      code,
      everywhere: false,
      sentence: withLater({ zh: `文件无法读取（${code}）`, en: `the file cannot be read (${code})` }),
    }
  const disk = diskWide[code]
  if (disk) {
    const { zh, en } = disk
    return {
      code,
      everywhere: true,
      sentence: {
        zh: `${zh}，收到的文件都还在；腾出空间或修好磁盘后自动继续，不必重启。`,
        en: `${en}; no file is lost, and it goes on by itself once that is mended, no restart needed`,
      },
    }
  }
  return {
    code,
    everywhere: false,
    sentence: withLater({ zh: `结果没有写成（${code}）`, en: `the result was not written (${code})` }),
  }
}
