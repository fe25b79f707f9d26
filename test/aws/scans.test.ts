import { beforeAll, expect, test } from 'vitest'
import { reportRejectedV1 } from '../../events/report-rejected/v1.ts'
import { pdfOf, picture } from '../support/pdf.ts'
import { outputKeys, upload } from './support/objects.ts'
import { about, type Subscriber, subscribe } from './support/subscriber.ts'

let everything: Subscriber
beforeAll(async () => {
  everything = await subscribe('every-fact-of-scans', 'every-fact.json')
})

test('a scan goes on to the function that reads scans, which has the last word: an empty page is no report', async () => {
  const key = '扫描/空白页.pdf'
  await upload(key, Buffer.from(pdfOf([{ content: [picture(0, 0, 595, 842)] }])))
  const received = await everything.until(all => about(all, key).length > 0)
  const { data } = reportRejectedV1.parse(about(received, key)[0]!.event)
  // Not as the reader of PDF files refuses it.
  expect(data.problem.sentence.zh).not.toContain('PDF 是扫描件')
  expect(data.upload.key).toBe(key)
  const kept = await outputKeys(`${key}/`)
  expect(kept.filter(name => name.endsWith('/receipt.json'))).toHaveLength(1)
  expect(about(received, key)).toHaveLength(1)
})
