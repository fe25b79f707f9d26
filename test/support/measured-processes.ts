import { readFileSync } from 'node:fs'

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** What a process and those it started hold in memory now, in bytes; that of the process alone where the system does not tell. */
export const residentMemory = (pid = process.pid): number => {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return childrenOf(pid).reduce((sum, child) => sum + residentMemory(child), Number(kilobytes ?? 0) * 1024)
  } catch {
    return pid === process.pid ? process.memoryUsage.rss() : 0
  }
}

/** Linux counts in hundredths of a second. */
const tickMs = 10

/** Milliseconds the living children of this process have computed; the time that went by where the system does not tell. */
export const computedByChildren = (): number => {
  try {
    return childrenOf(process.pid).reduce((sum, child) => {
      // What follows the name, which may hold blanks: fields 3, 4 …, among them 14 and 15, the time in and outside the kernel.
      const fields = readFileSync(`/proc/${child}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
      return sum + (Number(fields[11]) + Number(fields[12])) * tickMs
    }, 0)
  } catch {
    return performance.now()
  }
}
