import { expect } from 'vitest'
import { withNamed } from '../../../../lib/entered/named.ts'
import { withEntered } from '../../../../lib/entered/with-entered.ts'
import type { Report } from '../../../../lib/model/report.ts'
import { proven } from '../../../../lib/scans/proof/index.ts'
import { bothRead, onPages, scanOf } from '../../../support/scan-on-pages.ts'
import { type CheckCases, clean } from './case.ts'

const granted = 'requests.outcomes.granted.naturalPerson'
const { editions } = clean()

/** As if its tables were read from pictures: in the cells given something else than is printed. */
const scanned = (figures: Readonly<Record<string, number>> = {}): Report => {
  const report = onPages(clean({ figures }))
  const others = Object.entries(figures).map(([key, value]) => [key, { readings: bothRead(String(value)) }])
  return proven(report, scanOf(report, Object.fromEntries(others)))
}

const named = { authority: '青禾县人民政府', year: 2023, by: '李四', at: '2025-03-01T08:00:00.000Z' }

const misread = scanned({ [granted]: 1 })

const typedIn = (report: Report, keys: readonly string[]): Report =>
  withEntered(
    report,
    keys.map(cell => ({ cell, value: 0, by: '李四', at: '2025-03-01T08:00:00.000Z', reason: '' })),
  )

const openOf = (report: Report): readonly string[] =>
  [...report.figures.values()].filter(({ state }) => state === 'unreadable').map(({ key }) => key)

const saying = (zh: string) => ({ zh: expect.stringContaining(zh), en: expect.any(String) })

export const scansCases: CheckCases = {
  'read-by-ocr': {
    broken: [
      {
        name: 'table 1 stands in no sum and waits for a person',
        report: scanned(),
        gives: [
          {
            severity: 'warning',
            cells: openOf(scanned()),
            message: saying('190 个数由勾稽关系证实，表二 10 个待人工确认'),
          },
        ],
      },
      {
        name: 'a person has typed in all that was open',
        report: typedIn(withNamed(scanned(), named), openOf(scanned())),
        gives: [
          {
            severity: 'info',
            cells: [],
            message: saying(
              '190 个数由勾稽关系证实，10 个由人对照原件录入，没有待人工确认的数。机关名称、报告年度由李四对照原件确认',
            ),
          },
        ],
      },
      {
        name: 'all figures are typed in, and nobody has said whose it is',
        report: typedIn(scanned(), openOf(scanned())),
        gives: [
          {
            severity: 'warning',
            cells: [],
            message: saying('也待人工确认：确认以前，本件不归入任何单位和年度'),
          },
        ],
      },
      {
        name: 'it was named from another picture of its title',
        report: withNamed(scanned(), { ...named, crop: 'b'.repeat(64) }),
        gives: [{ severity: 'warning', message: saying('原来是照另一图像确认的，不再算数') }],
      },
      {
        name: 'a table that was not recognised',
        report: {
          ...scanned(),
          editions: { ...editions, proactiveDisclosure: null },
          observations: [{ kind: 'tableUnreadable', form: 'proactiveDisclosure', reason: 'picture' }],
        },
        gives: [{ severity: 'warning', message: saying('表二整张 10 个待人工确认') }],
      },
    ],
    holding: [{ name: 'a report with text', report: clean() }],
  },
  'scan-sum-broken': {
    broken: [
      {
        name: 'one figure misread by all is caught by the sums of its row and its column',
        report: misread,
        gives: [
          {
            severity: 'warning',
            cells: expect.arrayContaining([granted, 'requests.outcomes.granted.total']),
            message: saying('由图片识别为 0 ≠ 1＋0＋0＋0＋0＋0＝1，相差 1。误读或原表有误，请核对原件'),
          },
          {
            severity: 'warning',
            cells: expect.arrayContaining([granted, 'requests.outcomes.total.naturalPerson']),
            message: saying('误读或原表有误，请核对原件'),
          },
        ],
      },
    ],
    holding: [
      { name: 'every sum holds', report: scanned() },
      { name: 'a person has typed in what is printed there', report: typedIn(misread, [granted]) },
      {
        name: 'all of it is typed in, and the check of the sum speaks',
        report: typedIn(misread, openOf(misread)),
      },
    ],
  },
}
