import { expect, it } from 'vitest'
import { mammothAlone, paragraph, readBody, run } from '../../../support/docx.ts'

const style = (id: string, inner: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`
const levels = async (body: string, styles = '') =>
  (await readBody(body, styles)).document.blocks.map(block =>
    block.kind === 'paragraph' ? (block.level ?? 0) : -1,
  )

it('heading levels come from the style, what it is based on, its name, or the paragraph itself', async () => {
  const styles =
    style('a', '<w:name w:val="heading 2"/>') +
    style('b', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
    style('c', '<w:basedOn w:val="b"/>') +
    style('d', '<w:basedOn w:val="d"/>')
  const styled = (id: string) => paragraph(run('标题'), `<w:pStyle w:val="${id}"/>`)
  const body =
    styled('a') +
    styled('c') +
    styled('d') +
    paragraph(run('标题'), '<w:outlineLvl w:val="2"/>') +
    paragraph(run('标题'), '<w:pStyle w:val="a"/><w:outlineLvl w:val="9"/>') +
    paragraph(run('标题'), '<w:outlineLvl w:val="7"/>')
  expect(await levels(body, styles)).toEqual([2, 1, 0, 3, 0, 0])
})

it('automatic numbers are lost, which is said once, at the first', async () => {
  const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
  const body =
    paragraph(run('前言')) +
    paragraph(run('总体情况'), numbered) +
    paragraph(run('主动公开'), '<w:pStyle w:val="n"/>') +
    paragraph(run('无编号'), '<w:numPr><w:numId w:val="0"/></w:numPr>')
  const styles = style('n', `<w:pPr>${numbered}</w:pPr>`)
  expect((await mammothAlone(body, styles)).texts).not.toContain('一、总体情况')
  const { document, texts } = await readBody(body, styles)
  expect(texts).toEqual(['前言', '总体情况', '主动公开', '无编号'])
  expect(document.losses).toMatchObject([
    { code: 'numbering-dropped', source: { kind: 'paragraph', paragraph: 2 } },
  ])
})

it('places of losses count paragraphs as the finished document does', async () => {
  const { document } = await readBody(
    paragraph('<w:r><w:t>一行</w:t><w:br/><w:t>二行</w:t></w:r>') +
      paragraph('') +
      paragraph(run(' ')) +
      paragraph(`${run('脚注')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
  )
  const noted = document.blocks.find(block => block.kind === 'paragraph' && block.text === '脚注')
  expect(document.losses).toMatchObject([
    { code: 'note-mark-dropped', source: { kind: 'paragraph', paragraph: noted?.number } },
  ])
  expect(noted?.number).toBe(3)
})
