import type { Message } from '../../../lib/model/message.ts'
import { codeOf } from '../disk/error-code.ts'
import { Trouble } from '../terminal/trouble.ts'

export type SeasonTroubleCode =
  | 'list-wrong'
  | 'list-unread'
  | 'several-lists'
  | 'current-damaged'
  | 'desk-damaged'
  | 'disk'
  | 'taken'
  | 'engine-missing'
  | 'fault'

/** Why no season was made, for who can mend it; what stood before stands. */
export interface SeasonTroubleTold {
  readonly code: SeasonTroubleCode
  readonly sentence: Message
  /** What is wrong in a list, line by line. */
  readonly lines: readonly Message[]
}

/** Its sentence says what to do, too. */
const nothing: Message = { zh: '', en: '' }

export class SeasonTrouble extends Trouble {
  readonly told: SeasonTroubleTold

  constructor(code: SeasonTroubleCode, sentence: Message, lines: readonly Message[] = []) {
    super(code, sentence, nothing, { lines })
    this.name = 'SeasonTrouble'
    this.told = { code, sentence, lines }
  }
}

const disk = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO'])

/** Whether the disk did not take what we or the engine wrote. */
export const isOfDisk = (error: unknown): error is Error =>
  error instanceof Error && (disk.has(codeOf(error)) || /^(?:IO|Permission) Error/u.test(error.message))

/** The disk does not take the season; null for any other trouble. */
export const diskTrouble = (error: unknown): SeasonTrouble | null => {
  if (!isOfDisk(error)) return null
  const { message } = error
  return new SeasonTrouble('disk', {
    zh: `年报季没能写完，之前的结果没有变。请检查年报季文件夹的剩余空间和写入权限：${message}`,
    en: 'The season was not written; what was there stands. See whether there is room and whether it may be written',
  })
}
