import type { Message } from '../../../lib/model/message.ts'
import type { Taken } from './claim.ts'

/** Who has the folder, for the person whose command is refused. */
export const takenSentence = ({ folder, holder }: Taken): Message => {
  if (!holder)
    return {
      zh: `文件夹 ${folder} 正由另一个 gongkai 使用。`,
      en: `The folder ${folder} is used by another gongkai.`,
    }
  const { command, pid, page } = holder
  return {
    zh: `文件夹 ${folder} 正由另一个 gongkai 使用：gongkai ${command}，进程号 ${pid}${page ? `，网页 ${page}` : ''}。`,
    en: `The folder ${folder} is used by another gongkai: gongkai ${command}, process ${pid}${page ? `, page ${page}` : ''}.`,
  }
}
