import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { converter } from '../../lib/model/version.ts'

/** The load of the last minute: numbers taken beside other work are worth less. */
export const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`

/** What the numbers were taken on, and when. */
export const machineLines = (): readonly string[] => {
  const [{ model } = { model: 'unknown processor' }] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  return [
    `gongkai ${converter.version}, Node ${process.version}, ${process.platform} ${process.arch}`,
    `${model.trim()}, ${cpus().length} cores, ${memory} GiB; ${new Date().toISOString().slice(0, 16)}Z, ${load()}`,
  ]
}

/** What a process and those it started hold at this moment, in MB, what they share counted once; null where Linux is not. */
export const megabytesOf = (process: number): number | null => {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8')) ?? []
    if (kilobytes === undefined) return null
    const children = readFileSync(`/proc/${process}/task/${process}/children`, 'utf8').split(' ')
    const theirs = children.filter(Boolean).map(child => megabytesOf(Number(child)) ?? 0)
    return theirs.reduce((sum, megabytes) => sum + megabytes, Number(kilobytes) / 1024)
  } catch {
    return null
  }
}
