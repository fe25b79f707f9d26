import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { convert } from '../../../../lib/convert.ts'
import { Problem } from '../../../../lib/model/problems.ts'
import { figureColumns } from '../../../../lib/series/columns.ts'
import { pageLimits } from '../../../../lib/series/pages/season-facts.ts'
import { type PagesOptions, seasonPages } from '../../../../lib/series/pages/season-pages.ts'
import { seasonStyle, seasonStyleHash } from '../../../../lib/series/pages/style.ts'
import { readRoster } from '../../../../lib/series/roster/roster.ts'
import { seasonContract } from '../../../../lib/series/season-contract.ts'
import type { SeasonView } from '../../../../lib/series/season-view.ts'
import { seeded } from '../../../support/random.ts'
import { countyView } from './invented-county.ts'
import { attribute, below, elementsOf, isOfClass, outlineOf, textOf } from './markup.ts'

type Pages = ReadonlyMap<string, string>

const pagesOf = (view: SeasonView, options?: PagesOptions): Pages =>
  new Map([...seasonPages(view, options)].map(({ path, html }) => [path, html]))

const beside = ['年报季.xlsx', 'season.json', 'dataset/datapackage.json', 'dataset/columns.csv']
const lists = ['dataset/findings.csv', 'dataset/unplaced.csv', 'dataset/reports.csv']

/** Where a link of a page leads: a path below the season, and a place on that page. */
const targetOf = (from: string, href: string): readonly [path: string, place: string] => {
  const url = new URL(href, `http://season/${encodeURI(from)}`)
  return [decodeURIComponent(url.pathname.slice(1)), decodeURIComponent(url.hash.slice(1))]
}

const hrefsOf = (html: string): readonly string[] =>
  elementsOf(html).flatMap(element => attribute(element, 'href') ?? [])

const idsOf = (html: string): readonly string[] =>
  elementsOf(html).flatMap(each => attribute(each, 'id') ?? [])

/** Every link leads to a page or file that is there, and to a place on it. */
const expectWhole = (pages: Pages): void => {
  const ids = new Map([...pages].map(([path, html]) => [path, idsOf(html)]))
  for (const [path, html] of pages) {
    const own = ids.get(path)!
    expect(new Set(own).size, path).toBe(own.length)
    for (const href of hrefsOf(html)) {
      const [to, place] = targetOf(path, href)
      const there = ids.get(to)
      if (there === undefined) expect([...beside, ...lists], `${path} → ${href}`).toContain(to)
      else if (place !== '') expect(there, `${path} → ${href}`).toContain(place)
    }
  }
}

const reachable = (pages: Pages): ReadonlySet<string> => {
  const met = new Set<string>()
  const waiting = ['index.html']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (met.has(path) || !pages.has(path)) continue
    met.add(path)
    for (const href of hrefsOf(pages.get(path)!)) waiting.push(targetOf(path, href)[0])
  }
  return met
}

const shuffled = <Item>(items: readonly Item[], random: (below: number) => number): Item[] =>
  items
    .map(item => ({ item, at: random(1e9) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

/** The words of the checks are theirs to change. */
const withPlainMessages = (season: SeasonView): SeasonView => ({
  ...season,
  json: {
    ...season.json,
    findings: season.json.findings.map(finding => {
      const name = season.roster.units.get(finding.subjects[0]?.unit ?? '')?.name ?? finding.upload?.key
      return { ...finding, message: { zh: `${name}：${finding.check}。`, en: `${name}: ${finding.check}.` } }
    }),
  },
})

let view: SeasonView
let pages: Pages

beforeAll(async () => {
  view = await countyView()
  pages = pagesOf(view)
})

describe('the pages of a season', () => {
  test('are made of a season as the contract has it', () => {
    expect(seasonContract.safeParse({ ...view.json, files: [] }).error).toBeUndefined()
    expect(view.json.findings.length).toBeGreaterThan(8)
  })

  test('as a person reads them', async () => {
    const shown = pagesOf(withPlainMessages(view))
    for (const path of ['index.html', 'units/_a.html', 'units/_b1.html', 'units/_b2.html', 'units/_b3.html'])
      await expect(outlineOf(shown.get(path)!)).toMatchFileSnapshot(
        `golden/${path.replace('/', '-').replace('.html', '.txt')}`,
      )
  })

  test('link to what is there only, and to every page', () => {
    expect([...pages.keys()]).toHaveLength(12)
    expectWhole(pages)
    expect(reachable(pages)).toEqual(new Set(pages.keys()))
  })

  test('are the same in whatever order the season comes', () => {
    fc.assert(
      fc.property(fc.string(), seed => {
        const random = seeded(seed)
        const mixed = <Item>(items: readonly Item[]) => shuffled(items, random)
        const { json, roster, tables } = view
        const other: SeasonView = {
          json: {
            ...json,
            units: mixed(json.units),
            findings: mixed(json.findings),
            resubmissions: mixed(json.resubmissions),
            leftOut: mixed(json.leftOut),
            decisionsUnmet: mixed(json.decisionsUnmet),
          },
          roster: { ...roster, units: new Map(mixed([...roster.units])) },
          reports: mixed(view.reports),
          tables: {
            expected: mixed(tables.expected),
            lineage: mixed(tables.lineage),
            area: mixed(tables.area),
            unplaced: mixed(tables.unplaced),
          },
        }
        expect(pagesOf(other)).toEqual(pages)
      }),
      { numRuns: 8 },
    )
  })

  test('show the numbers of the rows, each at its anchor, and those of the year before under them', () => {
    const numbers = (value: unknown, isAmount: boolean): string | null =>
      typeof value === 'bigint' ? String(isAmount ? Number(value) / 1e6 : Number(value)) : null
    let compared = 0
    for (const { unit } of view.json.units) {
      const [now, before] = [2023, 2022].map(year =>
        view.reports.find(row => row['unit'] === unit && row['year'] === year),
      )
      if (!now) continue
      const html = pages.get(`units/_${unit.toLowerCase()}.html`)!
      const byId = new Map(elementsOf(html).map(each => [attribute(each, 'id'), each]))
      for (const { key, name, kind, editions } of figureColumns) {
        if (!editions.includes('2021')) continue
        const cell = byId.get(key)!
        const plain = (each: Parameters<typeof textOf>[0]) =>
          textOf(each, inner => ['a', 'b', 'i'].includes(inner.tagName) || isOfClass(inner, 'hidden')).trim()
        const was = below(cell).find(each => isOfClass(each, 'was'))
        const own = textOf(cell, inner => inner.tagName === 'a' || isOfClass(inner, 'was')).trim()
        const value = numbers(now[name], kind === 'amount')
        if (value === null)
          expect(own, `${unit} ${key}`).toMatch(/^(?:空白|（未能读出）|详见附件 （非数字）)$/u)
        else expect(own, `${unit} ${key}`).toBe(value)
        const last = before ? numbers(before[name], kind === 'amount') : null
        expect(was ? plain(was) : null, `${unit} ${key}`).toBe(last)
        if (was && value !== null && last !== null) {
          const change = below(was).find(({ tagName }) => tagName === 'b')
          const shown = change ? Number(textOf(change).replace('−', '-')) : 0
          expect(shown).toBeCloseTo(Number(value) - Number(last), 6)
        }
        compared++
      }
    }
    expect(compared).toBeGreaterThan(1_000)
  })

  test('mark the cells of findings and link them there and back', () => {
    const html = pages.get('units/_b1.html')!
    const elements = elementsOf(html)
    const cell = elements.find(each => attribute(each, 'id') === 'requests.carriedOver.naturalPerson')!
    expect(attribute(cell, 'class')).toBe('cell warning main')
    const link = below(cell).find(({ tagName }) => tagName === 'a')!
    const finding = elements.find(each => `#${attribute(each, 'id')}` === attribute(link, 'href'))!
    expect(attribute(finding, 'data-finding')).toMatch(/^carried-over-against-last-year\//u)
    expect(hrefsOf(html)).toContain('./_b1.html#requests.carriedOver.naturalPerson')
    const flagged = elements.find(each => attribute(each, 'id') === 'requests.outcomes.total.total')!
    const letters = below(flagged).filter(each => isOfClass(each, 'own'))
    expect(letters.map(each => attribute(each, 'title'))).toEqual([
      '（七）总计＝（一）至（六）各项之和',
      '第一项加第二项之和，等于第三项加第四项之和',
    ])
  })

  test('let in one style sheet and nothing else', () => {
    expect(`sha256-${createHash('sha256').update(seasonStyle).digest('base64')}`).toBe(seasonStyleHash)
    for (const html of pages.values()) {
      const elements = elementsOf(html)
      expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1)
      expect(
        elements.some(({ tagName }) => ['script', 'img', 'link', 'iframe', 'form'].includes(tagName)),
      ).toBe(false)
      expect(elements.some(({ attrs }) => attrs.some(({ name }) => name === 'style'))).toBe(false)
      expect(html).toContain(`style-src &#39;${seasonStyleHash}&#39;`)
    }
  })

  test('are refused where somebody hands one in as a report', async () => {
    for (const path of ['index.html', 'units/_b1.html']) {
      const file = { name: '年报.html', bytes: Buffer.from(pages.get(path)!), sha256: '0'.repeat(64) }
      await expect(convert(file)).rejects.toThrow(Problem)
      await expect(convert(file)).rejects.toMatchObject({ code: 'not-a-report' })
    }
  })

  test('lead to the review page of a report where it is known, and nowhere else', () => {
    const linked = (href: string) =>
      hrefsOf(pagesOf(view, { resultOf: row => (row['unit'] === 'B1' ? href : null) }).get('units/_b1.html')!)
    expect(linked('../../outbox/a%20b/甲.html')).toContain('../../../outbox/a%20b/甲.html')
    expect(linked('/results/a.html')).toContain('/results/a.html')
    expect(linked('https://example.cn/a')).toContain('https://example.cn/a')
    const none = linked('').length
    for (const bad of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', '//evil.cn/x'])
      expect(linked(bad)).toHaveLength(none)
  })

  test('say where all is when a list is cut', () => {
    const cut = pagesOf(view, { limits: { ...pageLimits, rows: 1 } })
    const text = outlineOf(cut.get('index.html')!)
    expect(text).toContain(
      '这里只列前 1 项，另有 1 项没有列出；全部在 dataset/unplaced.csv(./dataset/unplaced.csv)',
    )
    expect(text).toContain('全部在 season.json')
    expectWhole(cut)
  })

  test('above the limit there is the page of the season alone, and it says so', () => {
    const alone = pagesOf(view, { limits: { ...pageLimits, units: 10 } })
    expect([...alone.keys()]).toEqual(['index.html'])
    expectWhole(alone)
    const text = outlineOf(alone.get('index.html')!)
    expect(text).toContain('共 11 个单位，超过 10 个，不在这里逐个列出，也不为每个单位生成页面')
    expect(text).not.toContain('units/')
  })
})

const hostile =
  '<script>alert(1)</script><img src=x onerror=alert(2)>"\'`--><a href="javascript:alert(3)">&amp;\u0000\u001b'
const shownHostile = hostile.replace(/[\u0000\u001b]/gu, '')

/** The season with words of every kind that somebody else wrote turned hostile. */
const hostileView = (): SeasonView => {
  const bad = (text: string): string => text + hostile
  const texts = ['key', 'version', 'signed_by', 'signed_on', 'verdict', 'matched_by', 'authority']
  const { json, roster } = view
  const unit = (each: (typeof json.units)[number]) => ({
    ...each,
    report: each.report && { ...each.report, key: bad(each.report.key), verdict: bad(each.report.verdict) },
  })
  return {
    json: {
      ...json,
      units: json.units.map(unit),
      findings: json.findings.map(finding => ({
        ...finding,
        id: bad(finding.id),
        check: finding.check === 'jump-against-last-year' ? bad(finding.check) : finding.check,
        message: { zh: bad(finding.message.zh), en: bad(finding.message.en) },
        decision: {
          finding: '',
          decision: bad('同意'),
          reason: bad('改'),
          by: bad('张'),
          until: bad('2024'),
        },
      })),
      resubmissions: json.resubmissions.map(each => ({
        ...each,
        counts: { key: bad(each.counts.key), version: bad(each.counts.version) },
        versions: each.versions.map(version => ({
          ...version,
          key: bad(version.key),
          version: bad(version.version),
          findingsAdded: [hostile],
          findingsGone: [hostile],
        })),
      })),
      decisionsUnmet: json.decisionsUnmet.map(bad),
      leftOut: json.leftOut.map(each => ({ ...each, key: bad(each.key), version: bad(each.version) })),
    },
    roster: {
      ...roster,
      units: new Map(
        [...roster.units].map(([id, each]) => [
          id,
          {
            ...each,
            name: bad(each.name),
            kind: bad(each.kind ?? ''),
            level: bad(''),
            since: bad(''),
            aliases: [{ name: hostile, since: null, until: null }],
          },
        ]),
      ),
    },
    reports: view.reports.map(row => ({
      ...row,
      ...Object.fromEntries(texts.map(name => [name, bad(String(row[name] ?? ''))])),
      without_number: JSON.stringify([
        { key: 'requests.newRequests.total', state: 'text', text: hostile.slice(0, 20) },
      ]),
      requests_new_requests_total: null,
      flagged: JSON.stringify([{ key: 'requests.carriedForward.total', checks: [hostile] }]),
    })),
    tables: {
      ...view.tables,
      unplaced: view.tables.unplaced.map(row => ({
        ...row,
        key: bad(String(row['key'])),
        authority: hostile,
        reason: bad(String(row['reason'])),
        proposals: JSON.stringify([{ unit: 'B1', name: hostile, why: { zh: hostile, en: hostile } }]),
      })),
    },
  }
}

describe('words of others', () => {
  test('stay words', () => {
    const made = pagesOf(hostileView())
    for (const [path, html] of made) {
      const elements = elementsOf(html)
      for (const { tagName, attrs } of elements) {
        expect(['script', 'img', 'iframe', 'form', 'object']).not.toContain(tagName)
        for (const { name, value } of attrs) {
          expect(name).not.toMatch(/^on|^style$|^src$/u)
          if (name === 'href') expect(value).toMatch(/^(?:#|\.{1,2}\/)/u)
        }
      }
      const body = elements.find(({ tagName }) => tagName === 'body')!
      expect(textOf(body), path).toContain(shownHostile)
    }
    expectWhole(made)
  })

  test('any ids and names of units give pages that all link to each other', () => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
    const units = fc.uniqueArray(fc.record({ id: word, name: word, parent: fc.nat() }), {
      minLength: 1,
      maxLength: 12,
      selector: ({ id }) => id.trim(),
    })
    let made = 0
    fc.assert(
      fc.property(units, those => {
        const lines = [
          { line: 1, cells: ['单位编号', '名称', '上级'] },
          ...those.map(({ id, name, parent }, at) => ({
            line: at + 2,
            cells: [id, `${name}${at}局`, at === 0 || parent % 3 === 0 ? '' : those[parent % at]!.id],
          })),
        ]
        const result = readRoster(lines)
        fc.pre('roster' in result)
        if (!('roster' in result)) return
        const { roster } = result
        made++
        const whole = pagesOf({
          json: {
            ...view.json,
            units: [...roster.units.values()].map(({ unit, name }) => ({
              unit,
              name,
              dueOn: '2024-01-31',
              report: null,
            })),
            findings: [],
            resubmissions: [],
            leftOut: [],
          },
          roster,
          reports: [],
          tables: { expected: [], lineage: [], area: [], unplaced: [] },
        })
        expect(whole.size).toBe(roster.units.size + 1)
        expectWhole(whole)
        expect(reachable(whole).size).toBe(whole.size)
      }),
      { numRuns: 60 },
    )
    expect(made).toBeGreaterThan(20)
  })
})
