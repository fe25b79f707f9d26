import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultTemplate, type TemplateProblem, templateProblems } from '../../../lib/notices/template.ts'
import { codeOf } from '../disk/error-code.ts'
import { readRegular } from '../disk/read-regular.ts'

/** The wording that an office has chosen; without such a file letters are written as we propose. */
export const templateName = '退回通知模板.txt'

export interface Template {
  readonly text: string
  /** Whether it is the office's own. */
  readonly own: boolean
  readonly problems: readonly TemplateProblem[]
}

/** A file of text as Windows programs save it: UTF-8, with or without a mark, or GBK. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The template of a file. Throws where it cannot be read. */
export const readTemplateFile = async (path: string): Promise<Template> => {
  const text = decoded(await readRegular(path))
  return { text, own: true, problems: templateProblems(text) }
}

/** The template that stands in a folder, else ours. */
export const templateIn = (folder: string): Promise<Template> =>
  readTemplateFile(join(folder, templateName)).catch(error => {
    if (codeOf(error) !== 'ENOENT') throw error
    return { text: defaultTemplate, own: false, problems: [] }
  })

/** Keeps a template that has no problems; an empty one makes ours stand again. */
export const keepTemplate = async (folder: string, text: string): Promise<Template> => {
  const path = join(folder, templateName)
  if (text.trim() === '') {
    await rm(path, { force: true })
    return templateIn(folder)
  }
  const problems = templateProblems(text)
  if (problems.length > 0) return { text, own: true, problems }
  const aside = join(folder, `.gongkai-${randomUUID()}`)
  try {
    await writeFile(aside, text)
    await rename(aside, path)
  } finally {
    await rm(aside, { force: true })
  }
  return { text, own: true, problems }
}
