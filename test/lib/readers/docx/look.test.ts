import { describe, expect, it } from 'vitest'
import { cell, readBody, row, run, table } from '../../../support/docx.ts'

const white = '<w:color w:val="FFFFFF"/>'
const grey = '<w:shd w:val="clear" w:color="auto" w:fill="808080"/>'
const read = async (content: string) => {
  const { grids, losses } = await readBody(table(row(['数量', content]), row(['甲', '1'])))
  return { text: grids[0]![0]![1], losses }
}

describe('white digits in a cell', () => {
  it.each([
    ['alone', run('16', white), '16'],
    ['behind black ones', run('16') + run('3', white), '16\n3'],
    ['before black ones', run('3', white) + run('16'), '3\n16'],
  ])('%s are kept apart and said', async (_, content, text) => {
    expect(await read(cell(content))).toEqual({ text, losses: ['white-text-kept'] })
  })

  it.each([
    ['on a shaded cell', cell(run('16', white), grey)],
    ['shaded themselves', cell(run('16', `${grey}${white}`))],
    ['highlighted', cell(run('16', `<w:highlight w:val="black"/>${white}`))],
  ])('%s are read like others', async (_, content) => {
    expect(await read(content)).toEqual({ text: '16', losses: [] })
  })

  it('words in white are no figure', async () => {
    expect(await read(cell(run('无', white)))).toEqual({ text: '无', losses: [] })
  })
})
