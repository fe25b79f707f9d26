import { printable } from '../terminal/width.ts'
import type { Taken } from './claim.ts'

/** Who has the folder, for the person whose command is refused. */
export const takenSentence = ({ folder, holder }: Taken): string => {
  const path = printable(folder)
  if (!holder) return `文件夹 ${path} 正由另一个 gongkai 使用 (used by another gongkai)。`
  const page = holder.page ? `，网页 ${printable(holder.page)}` : ''
  return `文件夹 ${path} 正由另一个 gongkai 使用：gongkai ${printable(holder.command)}，进程号 ${holder.pid}${page} (used by process ${holder.pid})。`
}
