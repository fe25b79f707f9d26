import { expect, test, vi } from 'vitest'
import { readPdf } from '../../../../lib/readers/pdf/index.ts'
import { passOverStrays } from '../../../../lib/vendor/pdfjs-dist/strays.ts'
import { fixture } from '../../../support/samples.ts'

const turn = () => new Promise(resolve => setImmediate(resolve))

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

test('a file whose pages have to be looked for is read, and nothing is left behind that could end the process', async () => {
  const stray = vi.fn()
  process.on('unhandledRejection', stray)
  const { blocks } = await readPdf(withLostPages('repeated-headers'))
  await turn()
  process.off('unhandledRejection', stray)
  expect(stray).not.toHaveBeenCalled()
  expect(blocks).toEqual((await readPdf(fixture('pdf', 'repeated-headers'))).blocks)
  await turn()
})

test('what others forget is told as ever, while a file is open and after', async () => {
  const heard: unknown[] = []
  const before = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', reason => heard.push(reason))
  const ours = process.listeners('unhandledRejection')
  const listenAgain = passOverStrays()
  void Promise.reject(Object.assign(new Error('theirs'), { name: 'XRefEntryException' }))
  void Promise.reject(new RangeError('another'))
  await turn()
  listenAgain()
  await turn()
  await turn()
  expect(process.listeners('unhandledRejection')).toEqual(ours)
  void Promise.reject(Object.assign(new Error('late'), { name: 'XRefEntryException' }))
  await turn()
  process.removeAllListeners('unhandledRejection')
  for (const listener of before) process.on('unhandledRejection', listener)
  expect(heard.map(String)).toEqual(['RangeError: another', 'XRefEntryException: late'])
})
