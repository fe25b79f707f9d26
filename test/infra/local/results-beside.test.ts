import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { resultsBeside } from '../../../infra/local/season/results-beside.ts'
import { linksFrom } from '../../../lib/series/pages/links.ts'
import { reviewPageBelow } from '../../../lib/series/pages/review-page.ts'
import { runPrefix } from '../../../lib/submission/keys.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test.each(['outbox', '结果 #1'])(
  'the pages of a season lead to the review page that lies in %s',
  async name => {
    const home = await temporaryFolder()
    const upload = { key: '全市.zip!/甲局/年报 50%.docx', version: 'v1' }
    const page = join(home, name, ...runPrefix(upload, 'r1').split('/'), '年报 50%.html')
    await mkdir(dirname(page), { recursive: true })
    await writeFile(page, '')
    const results = resultsBeside([join(home, name)], join(home, 'season'))!
    const href = reviewPageBelow(results)({ ...upload, run: 'r1', file_name: '年报 50%.docx' })!
    for (const [depth, path] of [
      [0, 'index.html'],
      [1, 'units/a.html'],
    ] as const) {
      const own = pathToFileURL(join(home, 'season', '2023-abc', path))
      const link = linksFrom(depth, () => true).result(href)!
      expect(new URL(link, own).href).toBe(pathToFileURL(page).href.replace('!', '!'))
    }
  },
)

test('several folders, and rows that do not say, have no link', () => {
  expect(resultsBeside(['a', 'b'], 'season')).toBeNull()
  expect(reviewPageBelow('..')({ key: 'a.docx', version: null, file_name: 'a.docx' })).toBeNull()
})
