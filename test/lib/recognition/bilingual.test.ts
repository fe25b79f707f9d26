import { describe, expect, test } from 'vitest'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { bareLabel, labelNumberValue } from '../../../lib/recognition/labels/labels.ts'
import { hanAlone } from '../../../lib/util/scripts.ts'
import { balancedFigures } from '../../support/balanced.ts'
import { type DrawnReport, type DrawnTable, drawReport, reportHtml } from '../../support/form-html.ts'
import { seeded } from '../../support/random.ts'

/** Labels in two languages and in Traditional script: every figure must come out as if the Chinese stood alone. */

const languages = {
  Tibetan: 'སྲིད་འཛིན་ཆོག་མཆན།',
  Mongolian: 'ᠵᠠᠰᠠᠭ ᠵᠠᠬᠢᠷᠭᠠᠨ ᠤ ᠵᠥᠪᠰᠢᠶᠡᠷᠡᠯ',
  Cyrillic: 'Захиргааны зөвшөөрөл 1.',
  Uyghur: 'مەمۇرىي ئىجازەت',
  Kazakh: 'اكىمشىلىك رۇقسات',
  Zhuang: 'Hingzcwng hawjgoj',
  Korean: '행정 허가',
  English: 'Administrative licensing (No. 2, item)',
  Yi: 'ꑭꍏꊿꄀ',
}
const ways: readonly ((chinese: string, other: string) => string)[] = [
  (chinese, other) => `${chinese}\n${other}`,
  (chinese, other) => `${other}\n${chinese}`,
  (chinese, other) => `${chinese} ${other}`,
  (chinese, other) => `${other} ${chinese}`,
  (chinese, other) => `${chinese}（${other}）`,
  (chinese, other) => `${chinese}/${other}`,
]

const paragraphs = (html: string): string => html.replace(/\n(?=[^<]*<\/t[dh]>)/gu, '<br>')

for (const edition of ['2019', '2021'] as const) {
  const values = balancedFigures(edition, seeded(`two languages ${edition}`))
  const drawn = drawReport(edition, values)
  const isLabel = (text: string): boolean =>
    /\p{Script=Han}{2}/u.test(text) && !/^[\d.]+\p{Script=Han}+$/u.test(text)
  const translated = (table: DrawnTable, say: (text: string) => string): DrawnTable =>
    table.map(row => row.map(cell => (isLabel(cell.text) ? { ...cell, text: say(cell.text) } : cell)))
  const inBoth = (say: (text: string) => string): DrawnReport => ({
    ...drawn,
    proactiveDisclosure: translated(drawn.proactiveDisclosure, say),
    requests: translated(drawn.requests, say),
    reconsiderationAndLitigation: translated(drawn.reconsiderationAndLitigation, say),
  })

  describe.each(Object.entries(languages))(`edition ${edition} with %s`, (_, words) => {
    test.each(ways.map(way => [JSON.stringify(way('行政许可', '…')), way] as const))(
      'as %s',
      (_label, way) => {
        const html = paragraphs(
          reportHtml(inBoth(text => way(text, `${words} `.repeat(text.length > 12 ? 6 : 2).trim()))),
        )
        const report = readReport(documentFromHtml(html, 'html'))
        const read = Object.fromEntries([...report.figures].map(([key, { value }]) => [key, value]))
        expect(read).toEqual(values)
      },
    )
  })
}

test.each([
  ['3.其他\nགཞན་', 3],
  ['གཞན་ 3.其他', 3],
  ['（七）总计 Total', 7],
])('the number of %j is kept', (text, number) => expect(labelNumberValue(text)).toBe(number))

test.each([
  ['行政[image: IMG_0542]许可', '行政许可'],
  ['行政许可 Administrative (item 2) 1', '行政许可'],
  ['（三）不予公开 Refused（x）', '不予公开'],
  ['1.属于国家秘密 1. State secrets', '属于国家秘密'],
])('%j is %s', (text, bare) => expect(bareLabel(text)).toBe(bare))

test('text of one script alone is left as it is', () => {
  for (const text of ['行政许可', 'Administrative licensing', '12', '（一）予以公开', ''])
    expect(hanAlone(text)).toBe(text)
})
