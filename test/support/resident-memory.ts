import { readFileSync } from 'node:fs'

/** What a process and those it started hold in memory now, in bytes; that of the process alone where the system does not tell. */
export const residentMemory = (pid = process.pid): number => {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return children.reduce((sum, child) => sum + residentMemory(Number(child)), Number(kilobytes ?? 0) * 1024)
  } catch {
    return pid === process.pid ? process.memoryUsage.rss() : 0
  }
}
