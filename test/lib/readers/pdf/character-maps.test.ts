import { expect, test } from 'vitest'
import { pdfOf } from '../../../support/pdf.ts'
import { readPdf } from './outline.ts'

/** 政府信息 12 in the encodings that Chinese fonts name and do not contain. */
const words: Readonly<Record<string, string>> = {
  'GB-EUC-H': 'd5feb8aed0c5cfa23132',
  'GBK-EUC-H': 'd5feb8aed0c5cfa23132',
  'GBKp-EUC-H': 'd5feb8aed0c5cfa23132',
  'GBK2K-H': 'd5feb8aed0c5cfa23132',
  'UniGB-UTF16-H': '653f5e9c4fe1606f00310032',
}

test.each(Object.entries(words))('text in %s is read', async (name, hex) => {
  const content = [`BT /F1 10 Tf 60 700 Td <${hex}> Tj ET`]
  const file = Buffer.from(pdfOf([{ content }]))
    .toString('latin1')
    .replace('UniGB-UCS2-H', name)
  const { blocks } = await readPdf(Buffer.from(file, 'latin1'))
  expect(blocks).toMatchObject([{ text: '政府信息12' }])
})
