import { describe, expect, test } from 'vitest'
import { startProgress } from '../../../infra/local/terminal/progress.ts'
import { headerLine, reportLines } from '../../../infra/local/terminal/report-lines.ts'
import { padded, printable, widthOf } from '../../../infra/local/terminal/width.ts'
import { fakeConversion, findingOf, notAReport } from '../../support/submission.ts'

test.each([
  ['abc', 3],
  ['青禾县', 6],
  ['（一）', 6],
  ['Ａ１', 4],
  ['é', 1],
  ['e\u0301', 1],
  ['𠀀📄', 4],
  ['', 0],
])('%s takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width)
})

test.each([
  ['青禾县', 8, '青禾县  '],
  ['青禾县数据局', 7, '青禾县…'],
  ['青禾县数据局', 8, '青禾县… '],
  ['abcdef', 4, 'abc…'],
])('%s in %i columns', (text, columns, expected) => {
  expect(padded(text, columns)).toBe(expected)
  expect(widthOf(padded(text, columns))).toBe(columns)
})

test('nothing of a document reaches the terminal as a command', () => {
  expect(printable('a\u001b[31mb\u009b2Jc\u202ed\r\ne\u0007')).toBe('a[31mb2Jcd e')
})

describe('the table', () => {
  const conversion = fakeConversion(new Uint8Array(), [
    findingOf({ severity: 'info', message: { zh: '提示一句', en: 'a note' } }),
    findingOf({ message: { zh: '总计\u001b[2J不符', en: 'the total differs' } }),
  ])

  test('columns stand under their titles, whatever the width of the characters', () => {
    const [line] = reportLines('报告.docx', { kind: 'validated', conversion }, 'zh')
    const columnOf = (text: string, part: string) => widthOf(text.slice(0, text.indexOf(part)))
    for (const [title, cell] of [
      ['年份', '2023'],
      ['表式', '2021'],
      ['结论', '不通过'],
      ['文件', '报告.docx'],
    ] as const)
      expect(columnOf(line!, cell)).toBe(columnOf(headerLine('zh'), title))
  })

  test('findings follow, gravest first, made harmless', () => {
    const lines = reportLines('报告.docx', { kind: 'validated', conversion }, 'zh')
    expect(lines.slice(1)).toEqual([
      '  错误 requests-row-total 总计[2J不符',
      '  提示 requests-row-total 提示一句',
    ])
    expect(reportLines('a', { kind: 'validated', conversion }, 'en')[1]).toContain('the total differs')
  })

  test('a refused file has its reason and what to do', () => {
    const lines = reportLines('a.docx', { kind: 'rejected', problem: notAReport() }, 'zh')
    expect(lines[0]).toContain('未受理')
    expect(lines.slice(1).join('\n')).toContain('这不是年度报告。')
    expect(lines.slice(1).join('\n')).toContain('请检查文件。')
  })
})

describe('progress', () => {
  const run = (total: number, isTTY: boolean) => {
    const [out, terminal] = [[] as string[], [] as string[]]
    const progress = startProgress(
      total,
      { write: text => out.push(text) },
      { isTTY, write: (text: unknown) => terminal.push(String(text)) > 0 },
    )
    for (let step = 0; step < total; step += 1) {
      progress.step()
      progress.print(`line ${step}`)
    }
    progress.end()
    return { out, terminal }
  }

  test('is drawn on a terminal for many files, and wiped at the end', () => {
    const { out, terminal } = run(10, true)
    expect(out).toHaveLength(10)
    expect(terminal.join('')).toContain('10/10')
    expect(terminal.at(-1)).toBe('\r\u001b[2K')
  })

  test.each([
    [10, false],
    [2, true],
  ])('is not drawn for %i files with a terminal: %s', (total, isTTY) => {
    const { out, terminal } = run(total, isTTY)
    expect(out).toHaveLength(total)
    expect(terminal.join('')).toBe('')
  })
})
