import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { editionById } from '../../../lib/forms/find-edition.ts'
import type { FormKey } from '../../../lib/forms/form.ts'
import { formCells } from '../../../lib/forms/form.ts'
import type { EditionId } from '../../../lib/forms/index.ts'
import { wordTable } from '../../hostile/forge/word.ts'
import { docxOf, paragraph, run } from '../../support/docx.ts'
import { drawForm, drawReport, reportHtml, type Values } from '../../support/form-html.ts'
import type { Seed } from '../seed.ts'
import { flavours } from './flavours.ts'

const samples = new URL('../../../infra/local/samples/', import.meta.url)
const formKeys: readonly FormKey[] = ['proactiveDisclosure', 'requests', 'reconsiderationAndLitigation']
const sections: Readonly<Record<FormKey, string>> = {
  proactiveDisclosure: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  reconsiderationAndLitigation: '四、政府信息公开行政复议、行政诉讼情况',
}

/** Every cell prints a number of its own, so that a figure in a wrong place gives itself away. */
export const ownNumbers = (edition: EditionId): Values =>
  Object.fromEntries(
    formKeys
      .flatMap(form => formCells(editionById(edition).forms[form]))
      .map(({ key }, at) => [key, 10_007 + at * 13]),
  )

const title = (edition: EditionId): string =>
  `青禾县数据局${edition === '2019' ? 2020 : 2023}年政府信息公开工作年度报告`

const word = (edition: EditionId): Uint8Array => {
  const values = ownNumbers(edition)
  const parts = formKeys.map(
    form => paragraph(run(sections[form])) + wordTable(drawForm(edition, form, values)),
  )
  return docxOf(
    [
      paragraph(run(title(edition))),
      paragraph(run('一、总体情况')),
      paragraph(run('各项工作平稳有序。')),
      ...parts,
    ].join(''),
  )
}

const text = (edition: EditionId, flavour: string): string => {
  const values = ownNumbers(edition)
  // Where rows and cells differ in nothing but the number of line ends, the space around a table is another again.
  const space = flavour === 'line-cells' ? '\n\n\n\n' : '\n\n'
  const tables = formKeys.map(
    form => `${sections[form]}${space}${flavours[flavour]!(drawForm(edition, form, values))}`,
  )
  return [
    title(edition),
    '一、总体情况',
    '各项工作平稳有序。',
    ...tables,
    '五、存在的主要问题及改进情况',
    '公开内容的针对性有待加强，下一步将加强培训。',
    '六、其他需要报告的事项',
    '无。',
  ].join(space)
}

const editions: readonly EditionId[] = ['2019', '2021']

/** The same in formats only an office suite writes, made once from our Word file by LibreOffice. */
const converted = new URL('../documents/', import.meta.url)

const filesIn = (folder: URL): Seed[] =>
  readdirSync(folder).map(name => ({
    name,
    bytes: readFileSync(fileURLToPath(new URL(encodeURIComponent(name), folder))),
  }))

/** Documents of our own making: the shipped samples, and drawn ones in every form we can write. */
export const ownSeeds = (): Seed[] => [
  ...filesIn(samples).filter(({ name }) => name.endsWith('.docx')),
  ...filesIn(converted),
  ...editions.flatMap(edition => [
    {
      name: `drawn-${edition}.html`,
      bytes: Buffer.from(reportHtml(drawReport(edition, ownNumbers(edition)))),
    },
    { name: `drawn-${edition}.docx`, bytes: word(edition) },
    ...Object.keys(flavours).map(flavour => ({
      name: `drawn-${edition}-${flavour}.${flavour === 'pipe-markdown' ? 'md' : 'txt'}`,
      bytes: Buffer.from(text(edition, flavour)),
    })),
  ]),
]
