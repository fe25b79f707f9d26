import { nearest } from '../terminal/nearest.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { manuals } from './manual/index.ts'

export const noSuchCommand = (name: string): UsageError => {
  const near = nearest(
    name,
    manuals.map(manual => manual.name),
  )
  return new UsageError({
    zh: `没有这个命令：${name}${near ? `；是不是 ${near}？` : '。'}`,
    en: `No such command: ${name}${near ? `; did you mean ${near}?` : '.'}`,
  })
}
