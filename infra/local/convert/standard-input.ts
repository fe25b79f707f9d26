import { fstatSync } from 'node:fs'
import { checkSize, mostBytes } from '../../../lib/submission/size.ts'
import { UsageError } from '../terminal/usage-error.ts'
import type { Input } from './inputs.ts'
import { unreadable } from './unread.ts'

/** The argument that stands for it. */
export const standardInput = '-'

/** Throws UsageError for a name that is none of a file, or that nothing is given for. */
export const demandName = (paths: readonly string[], name: string | undefined): void => {
  const isRead = paths.includes(standardInput)
  if (isRead && name === undefined)
    throw new UsageError({
      zh: '转换标准输入（-）时，请用 --name 给出文件名，如 --name 年报.docx。',
      en: 'For standard input (-) give the name of the file: --name report.docx.',
    })
  if (!isRead && name !== undefined)
    throw new UsageError({
      zh: '--name 只用于标准输入，另请给出 -。',
      en: '--name is for standard input: give - too.',
    })
  if (name !== undefined && (/[\\/]/u.test(name) || name === '.' || name === '..'))
    throw new UsageError({
      zh: `--name 应为文件名，不带文件夹：${name}。`,
      en: `--name is the name of a file, without folders: ${name}.`,
    })
}

/** Reads it to its end, or to where it is more than any file may have. */
export const readStandardInput = async (
  name: string,
  stream: NodeJS.ReadableStream & { readonly isTTY?: boolean } = process.stdin,
): Promise<Input> => {
  if (stream.isTTY)
    throw new UsageError({
      zh: '标准输入是键盘，没有文件；请用管道给出，如：type 年报.docx | gongkai convert - …',
      en: 'Standard input is the keyboard: send it a file, as in cat report.docx | gongkai convert - …',
    })
  const input = { path: standardInput, inside: name }
  const pieces: Buffer[] = []
  let size = 0
  try {
    if (stream === process.stdin && fstatSync(0).isDirectory())
      throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    for await (const piece of stream) {
      pieces.push(Buffer.from(piece))
      size += pieces.at(-1)!.length
      if (size > mostBytes(name)) return { ...input, refused: checkSize(name, size)! }
    }
  } catch (error) {
    return { ...input, failed: unreadable(error) }
  }
  return { ...input, bytes: new Uint8Array(Buffer.concat(pieces)) }
}
