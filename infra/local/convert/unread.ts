import type { Failure } from '../../../lib/submission/outcome.ts'
import { remedyOf, whyOf } from '../terminal/system-error.ts'

/** Why something that was to be converted could not be read. Codes are permanent. */
export const unreadable = (error: unknown): Failure => {
  const code = (error as NodeJS.ErrnoException).code ?? 'UNKNOWN'
  const why = whyOf(code)
  return {
    code: code === 'ENOENT' || code === 'ENOTDIR' ? 'not-found' : 'unreadable',
    sentence: { zh: `无法读取：${why.zh}。`, en: `It cannot be read: ${why.en}.` },
    remedy: remedyOf(code),
  }
}

/** A pipe or a device: it may never end. */
export const notAFile: Failure = {
  code: 'not-a-file',
  sentence: {
    zh: '这不是文件，是管道或设备。',
    en: 'It is no file but a pipe or a device.',
  },
  remedy: {
    zh: '要转换标准输入，请用 - 和 --name，如：gongkai convert - --name 年报.docx --out 结果',
    en: 'For standard input use - and --name: gongkai convert - --name report.docx --out results',
  },
}

export const nothingMatches: Failure = {
  code: 'not-found',
  sentence: { zh: '没有与之相符的文件。', en: 'No file matches it.' },
  remedy: { zh: '请检查路径和通配符。', en: 'Check the path and the pattern.' },
}
