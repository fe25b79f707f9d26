import fc from 'fast-check'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../lib/checks/check.ts'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import type { Report } from '../../../lib/model/report.ts'
import { letterDocx } from '../../../lib/notices/docx.ts'
import { ourOwn } from '../../../lib/notices/kinds.ts'
import { letterOf, letterText } from '../../../lib/notices/letter.ts'
import type { DecisionWord, Notice, SeasonFinding } from '../../../lib/notices/notice.ts'
import { noticeOf, refusalNotice } from '../../../lib/notices/notice-of.ts'
import { defaultTemplate, templateProblems } from '../../../lib/notices/template.ts'
import { standing } from '../../../lib/writers/gravest-first.ts'
import { reportJson } from '../../../lib/writers/json.ts'
import { judgedOf } from '../../support/judged.ts'
import { reportOf } from '../../support/report.ts'
import { checkCases } from '../checks/cases/index.ts'

const addressee = { unit: 'shuiwu', name: '青禾县水务局' }
const sending = { office: '青禾县数据局', due: '2024-02-20', date: '2024-02-05' }

const jsonOf = (report: Report) => reportJson(judgedOf(report, runChecks(report)))

const noticeFor = (
  json: ReturnType<typeof jsonOf>,
  decisions: ReadonlyMap<string, DecisionWord> = new Map(),
  season: readonly SeasonFinding[] = [],
) => noticeOf({ json, file: '年报.docx', addressee, decisions, season })

const textOf = (notice: Notice): string => letterText(letterOf(notice, sending, defaultTemplate))

const broken = Object.values(checkCases).flatMap(({ broken: cases }) => cases)
const written = broken.flatMap(({ name, report }) => {
  const json = jsonOf(report)
  const notice = noticeFor(json)
  return notice ? [{ name, json, notice }] : []
})

const toldIds = ({ parts }: Notice): readonly string[] =>
  parts.flatMap(({ points }) => points.flatMap(({ findings }) => findings))

describe('what a letter tells', () => {
  test('every error and warning once, save those that are ours', () => {
    expect(written.length).toBeGreaterThan(100)
    for (const { json, notice } of written) {
      const told = toldIds(notice)
      expect(new Set(told).size).toBe(told.length)
      const due = standing(json.findings).filter(
        ({ severity, check }) => severity !== 'info' && !ourOwn.has(check),
      )
      expect(due.filter(({ id }) => !told.includes(id)).map(({ check }) => check)).toEqual([])
    }
  })

  test('in words for paper: no key, no name of a check, no sign of a program', () => {
    for (const { json, notice } of written) {
      const text = textOf(notice)
      for (const { check, cells } of json.findings)
        for (const word of [check, ...cells]) expect(text).not.toContain(word)
      expect(text).not.toMatch(/undefined|null|NaN|\[object|≠|【|】|未取|U\+/u)
    }
  })

  test('what could not be read stands apart, and is no mistake of the unit', () => {
    const unread = written.filter(({ json }) =>
      json.findings.some(({ check, severity }) => check === 'table-unreadable' && severity === 'warning'),
    )
    expect(unread.length).toBeGreaterThan(0)
    for (const { notice } of unread) {
      const text = textOf(notice)
      expect(text).toContain('不作为填报差错')
      expect(notice.parts.some(({ kind }) => kind === 'unread')).toBe(true)
    }
  })

  test('a sum through a number that may be ours is no mistake of the unit, until a person says it is read right', () => {
    const total = 'requests.newRequests.total'
    const doubt: Finding = {
      id: `cell-read-with-loss/${total}`,
      check: 'cell-read-with-loss',
      severity: 'warning',
      outcome: 'broken',
      message: { zh: '该格的上标“2”已去掉。', en: 'The raised “2” of the cell was left out.' },
      cells: [total],
      evidence: [],
    }
    const report = reportOf({ figures: { [total]: 3, 'requests.newRequests.naturalPerson': 2 } })
    const sums = runChecks(report).filter(({ cells }) => cells.includes(total))
    expect(sums.some(({ severity }) => severity === 'error')).toBe(true)
    const json = reportJson(judgedOf(report, [doubt, ...sums]))
    const kinds = (decisions = new Map<string, DecisionWord>()) =>
      noticeFor(json, decisions)!.parts.map(({ kind }) => kind)
    expect(kinds()).toEqual(['unread'])
    expect(textOf(noticeFor(json)!)).toContain('按我方读出的数字')
    expect(textOf(noticeFor(json)!)).not.toContain('退回')
    expect(kinds(new Map([[doubt.id, 'rejected']]))).toContain('errors')
  })

  test('a cell that we could not read is not said to be left blank', () => {
    const report = reportOf({
      figures: {
        'requests.newRequests.total': 1,
        'requests.newRequests.naturalPerson': 3,
        'requests.newRequests.commercialEnterprise': 'unreadable',
      },
    })
    const text = textOf(noticeFor(jsonOf(report))!)
    expect(text).toContain('1格我方未能读出')
    expect(text).not.toContain('未填数字')
  })

  test('a finding that does not hold, or was explained, is not told; one that holds is', () => {
    fc.assert(
      fc.property(
        fc.nat(written.length - 1),
        fc.constantFrom<DecisionWord>('rejected', 'explained', 'accepted'),
        fc.infiniteStream(fc.boolean()),
        (at, decision, chance) => {
          const { json, notice } = written[at]!
          const decided = toldIds(notice).filter(() => chance.next().value)
          const decisions = new Map(decided.map(id => [id, decision]))
          const after = noticeFor(json, decisions)
          const told = after ? toldIds(after) : []
          if (decision === 'accepted') expect(told).toEqual(toldIds(notice))
          else expect(told.filter(id => decisions.has(id))).toEqual([])
        },
      ),
    )
  })

  test('what was found across reports is a part of its own, for the unit it is about', () => {
    const finding = (unit: string, decision?: string): SeasonFinding => ({
      id: `carried-over-against-last-year:${unit}`,
      check: 'carried-over-against-last-year',
      severity: 'warning',
      message: { zh: '青禾县水务局 2023 年的“上年结转”为 3，上一年的“结转下年度”为 2。请核对。' },
      subjects: [{ unit, year: 2023 }],
      ...(decision ? { decision: { decision } } : {}),
    })
    const { json } = written[0]!
    const kinds = (season: readonly SeasonFinding[]) =>
      noticeFor(json, new Map(), season)!.parts.map(({ kind }) => kind)
    expect(kinds([finding('shuiwu')])).toContain('season')
    expect(kinds([finding('shuiwu', '问题成立')])).toContain('season')
    expect(kinds([finding('shuiwu', '已说明')])).not.toContain('season')
    expect(kinds([finding('another')])).not.toContain('season')
  })
})

describe('the letter', () => {
  const named = (name: string) => written.find(each => each.name === name) ?? written[0]!

  test.each([
    ['sum', written.find(({ notice }) => notice.parts.some(({ kind }) => kind === 'errors'))!.name],
    ['unread', written.find(({ notice }) => notice.parts.some(({ kind }) => kind === 'unread'))!.name],
  ])('%s reads as it was read', async (file, name) => {
    await expect(textOf(named(name).notice)).toMatchFileSnapshot(`__snapshots__/${file}.txt`)
  })

  test('about a file that was not taken says what to hand in', async () => {
    const notice = refusalNotice({
      file: '年报.pdf',
      year: null,
      addressee,
      reason: {
        sentence: { zh: '文件设有打开密码。' },
        remedy: { zh: '请取消密码后重新提交。' },
      },
    })
    await expect(textOf(notice)).toMatchFileSnapshot('__snapshots__/refused.txt')
  })

  test('is the same in Word, and the same bytes every time', async () => {
    const lines = letterOf(written[0]!.notice, sending, defaultTemplate)
    const bytes = await letterDocx(lines, sending.date)
    expect(await letterDocx(lines, sending.date)).toEqual(bytes)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    const printed = (text: string) =>
      text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '')
    expect(printed(value)).toEqual(printed(letterText(lines)))
  })

  test('what nobody knows is left to be filled in', () => {
    const text = letterText(
      letterOf({ ...written[0]!.notice, to: null }, { ...sending, due: null, office: null }, defaultTemplate),
    )
    expect(text).toContain('＿＿＿＿＿＿＿＿：')
    expect(text).toContain('请于　　　　年　　月　　日前')
  })
})

describe('a template', () => {
  const lines = (text: string) => templateProblems(text).map(({ line }) => line)

  test('is told where it is wrong', () => {
    expect(lines(defaultTemplate)).toEqual([])
    expect(lines('题\n\n【单位】：\n【名称】\n【事项】')).toEqual([4])
    expect(lines('题\n\n见【事项】')).toEqual([3])
    expect(lines('题\n\n【单位\n【事项】')).toEqual([3])
    expect(lines('题\n\n【事项】\n【事项】')).toEqual([4])
    expect(lines('题\n\n没有')).toEqual([3])
  })

  test('of any wording without problems makes a letter with all points', () => {
    const { notice } = written[0]!
    const words = fc.string({
      unit: fc.constantFrom('请', '你', '单', '位', ' ', '。', '\n', '【单位】', '【期限】'),
    })
    fc.assert(
      fc.property(words, words, (before, after) => {
        const template = `题\n\n${before}\n【事项】\n${after}`
        fc.pre(templateProblems(template).length === 0)
        const text = letterText(letterOf(notice, sending, template))
        for (const { points } of notice.parts) for (const point of points) expect(text).toContain(point.text)
      }),
    )
  })
})
