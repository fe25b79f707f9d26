import { beforeAll, describe, expect, test } from 'vitest'
import { columnOf } from '../../../../lib/series/columns.ts'
import { seasonPages } from '../../../../lib/series/pages/season-pages.ts'
import type { SeasonView } from '../../../../lib/series/season-view.ts'
import { handedIn, roster, seasonBefore } from '../checks/faultless.ts'
import { keysOf } from '../checks/invented-season.ts'
import { viewOf } from './invented-view.ts'
import { attribute, below, elementsOf, isOfClass, outlineOf, textOf } from './markup.ts'

/** A year whose form is another than that of the year before, and one before those. */
let view: SeasonView
let html: string

beforeAll(async () => {
  view = await viewOf(
    roster,
    [
      ...handedIn(seasonBefore('2019', 'far'), 2019, '2019'),
      ...handedIn(seasonBefore('2019'), 2020, '2019'),
      ...handedIn(seasonBefore('2021', 'now'), 2021, '2021'),
    ],
    { year: 2021 },
  )
  html = [...seasonPages(view)].find(({ path }) => path === 'units/_b1.html')!.html
})

const rowOf = (year: number) => view.reports.find(row => row['unit'] === 'B1' && row['year'] === year)!

describe('a unit in the year in which the form changed', () => {
  test('has an anchor for every cell of both forms, once', () => {
    const ids = elementsOf(html).flatMap(each => attribute(each, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const key of [...keysOf('2019'), ...keysOf('2021')]) expect(ids).toContain(key)
  })

  test('shows beside this year only what both forms have, and the whole table of the year before below it', () => {
    const cells = new Map(
      elementsOf(html)
        .filter(({ tagName }) => tagName === 'td')
        .map(each => [attribute(each, 'id'), each]),
    )
    const olds = new Set(keysOf('2019'))
    for (const key of keysOf('2021')) {
      const was = below(cells.get(key)!).some(each => isOfClass(each, 'was'))
      expect(was, key).toBe(olds.has(key))
    }
    const news = new Set(keysOf('2021'))
    for (const key of keysOf('2019').filter(each => !news.has(each))) {
      const { name, kind } = columnOf(key)
      const number = rowOf(2020)[name] as bigint
      const shown = kind === 'amount' ? Number(number) / 1e6 : Number(number)
      expect(textOf(cells.get(key)!), key).toBe(String(shown))
    }
    expect(outlineOf(html)).toContain('两年表式不同：两年都有的格并列在上，2020 年的整张表在下。')
  })

  test('names headers that are there, each of its own table', () => {
    const tables = elementsOf(html).filter(each => each.tagName === 'table' && isOfClass(each, 'form'))
    expect(tables.length).toBeGreaterThan(3)
    for (const table of tables) {
      const inside = below(table)
      const heads = inside.flatMap(each => (each.tagName === 'th' ? (attribute(each, 'id') ?? []) : []))
      const named = inside.flatMap(each => (attribute(each, 'headers') ?? '').split(' ').filter(Boolean))
      expect(named.length).toBeGreaterThan(10)
      for (const name of named) expect(heads).toContain(name)
    }
  })

  test('has its key figures of all years at hand', () => {
    const text = outlineOf(html)
    const numbers = [2021, 2020, 2019].map(year => rowOf(year)[columnOf('requests.newRequests.total').name])
    expect(text).toContain('指标 | 2021 年 | 2020 年 | 2019 年 |')
    expect(text).toContain(`新收申请 | ${numbers.join(' | ')} |`)
    expect(text).toContain(
      `规范性文件制发件数 | ${rowOf(2021)['proactive_disclosure_normative_documents_issued']} |  |  |`,
    )
  })
})
