import { expect, test } from 'vitest'
import { fixture } from '../../../support/samples.ts'
import { readPdf } from './outline.ts'

/** The file with wrong addresses of all its pages, which the parser then looks for by itself. */
const withLostPages = (name: string): Buffer => {
  const bytes = Buffer.from(fixture('pdf', name))
  const text = bytes.toString('latin1')
  const pages = [...text.matchAll(/\d+ 0 obj\s*<<\s*\/Type\s*\/Page\b/gu)]
  expect(pages.length).toBeGreaterThan(2)
  for (const { index } of pages)
    bytes.write('0000000010', text.indexOf(`${index}`.padStart(10, '0')), 'latin1')
  return bytes
}

test('a file whose pages have to be looked for is read', async () => {
  const { blocks } = await readPdf(withLostPages('repeated-headers'))
  expect(blocks).toEqual((await readPdf(fixture('pdf', 'repeated-headers'))).blocks)
})
