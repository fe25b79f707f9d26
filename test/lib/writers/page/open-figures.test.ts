import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { withEntered } from '../../../../lib/entered/with-entered.ts'
import type { DrawnPlace } from '../../../../lib/model/picture.ts'
import type { Report } from '../../../../lib/model/report.ts'
import { pngOf } from '../../../../lib/util/png.ts'
import type { JudgedReport } from '../../../../lib/writers/judged-report.ts'
import { scanStyle, scanStyleHash } from '../../../../lib/writers/page/scan-style.ts'
import { cropView } from '../../../../lib/writers/pictures/crops.ts'
import { wantedPictures } from '../../../../lib/writers/pictures/wanted.ts'
import { judgedOf } from '../../../support/judged.ts'
import { pageOf } from '../../../support/page.ts'
import { cropOf, readAs, scanned } from '../../../support/scanned.ts'
import { clean } from '../../checks/cases/case.ts'
import { samples } from '../samples.ts'

const open = {
  'proactiveDisclosure.rules.issued': readAs('0', '0'),
  'requests.newRequests.naturalPerson': readAs('3', '8'),
  'requests.outcomes.granted.total': readAs(null, '<b>1'),
  'reconsiderationAndLitigation.reconsideration.upheld': readAs(null, null),
}

/** A grey that tells which place it is of. */
const drawn = (report: Report): readonly DrawnPlace[] =>
  wantedPictures({ report, findings: [] }).map((place, at) => ({
    ...place,
    png: pngOf({ width: 2, height: 1, greys: Uint8Array.of(at * 17, 255), stride: 2 }),
    scale: 4,
  }))

const judged = (report: Report): JudgedReport => ({ ...judgedOf(report), pictures: drawn(report) })

const sectionOf = (html: string): string => /<section id="open">.*?<\/section>/u.exec(html)?.[0] ?? ''

describe('the figures of a scan that wait for a person', () => {
  test('stand in the order of the form, each with its picture, its row and column, and what readers made of it', async () => {
    const html = pageOf(judged(scanned(clean(), open)))
    await expect(`${sectionOf(html).replaceAll('<li', '\n<li')}\n`).toMatchFileSnapshot(
      '__snapshots__/open-figures.html',
    )
    for (const key of Object.keys(open)) {
      expect(html).toContain(`<li id="open-${key}">`)
      expect(html).toMatch(
        new RegExp(`<td id="${key}"[^>]*><a class="unreadable" href="#open-${key}">待确认`, 'u'),
      )
    }
    expect(html.match(/<image /gu)).toHaveLength(4)
  })

  test('wait no more once they were typed in; the others go on waiting', () => {
    const [cell] = Object.keys(open)
    const said = { by: '李敏', at: '2024-02-01T03:00:00.000Z', reason: '对照扫描件逐格确认' }
    const typed = [{ cell: cell!, value: 0, crop: cropOf(cell!), ...said }]
    const html = pageOf(judged(withEntered(scanned(clean(), open), typed)))
    expect(sectionOf(html)).toContain('（3）')
    expect(sectionOf(html)).not.toContain(`open-${cell}`)
    expect(html).toMatch(new RegExp(`<td id="${cell}"[^>]*>0<small class="entered"`, 'u'))
  })

  test('are listed without a picture where they were not met in the pictures', () => {
    const whole = scanned(clean(), {})
    const [key, figure] = [...whole.figures][3]!
    const { evidence: _evidence, ...unmet } = figure
    const figures = new Map(whole.figures).set(key, {
      ...unmet,
      state: 'unreadable',
      value: null,
      text: null,
      source: null,
    })
    const html = sectionOf(
      pageOf(judged({ ...whole, figures, scan: { pages: 2, read: { authority: null, year: null } } })),
    )
    expect(html).toContain(`<li id="open-${key}"><div class="crop"></div>`)
    expect(html).toContain('图像中没有找到这一格')
  })

  test('have a place each that is drawn, however many they are, and no more than are drawn at all', () => {
    const figures = [...clean().figures.keys()]
    for (const count of [1, 30, 31, 90, figures.length]) {
      const readings = Object.fromEntries(figures.slice(0, count).map(key => [key, readAs('1', null)]))
      const report = scanned(clean(), readings)
      const places = wantedPictures({ report, findings: [] })
      expect(places.length).toBeLessThanOrEqual(30)
      for (const key of Object.keys(readings)) {
        const view = cropView(report.figures, report.figures.get(key)!)!
        const holding = places.filter(
          ({ page, box }) =>
            page === view.page &&
            box[0] <= view.box[0] &&
            box[1] <= view.box[1] &&
            box[2] >= view.box[2] &&
            box[3] >= view.box[3],
        )
        expect(holding.length).toBeGreaterThan(0)
      }
    }
  })

  test('say on which page they are where there is no picture, and why', () => {
    const report = scanned(clean(), open)
    const pictures = drawn(report).map(({ page, box }) => ({ page, box, without: 'bounds' as const }))
    const html = pageOf({ ...judgedOf(report), pictures })
    expect(html).toContain('有 4 处没有附原件图（附图过多或版面过于复杂），请看原件第 1 页。')
    expect(sectionOf(html)).toContain('原件第 1 页')
    expect(pageOf(judgedOf(report))).toContain('<section id="open">')
  })
})

test('a figure that was proven says by whom and by which sums', () => {
  const html = pageOf(judged(scanned(clean(), {})))
  expect(html).not.toContain('<section id="open">')
  expect(html).toContain('✓＝从扫描件读出')
  expect(html).toContain(
    'title="由 digits、ppocr 一致读出；成立的勾稽关系：第一项加第二项之和，等于第三项加第四项之和" aria-hidden="true">✓</small>',
  )
})

test('the style sheet of scans is let in by its hash, and only where there is a scan', () => {
  expect(scanStyleHash).toBe(`sha256-${createHash('sha256').update(scanStyle).digest('base64')}`)
  expect(pageOf(judged(scanned(clean(), open)))).toContain(scanStyleHash)
  for (const sample of Object.values(samples)) {
    const html = pageOf(sample)
    expect(html).not.toContain(scanStyleHash)
    expect(html).not.toContain('id="open"')
  }
})
