import { expect, test } from 'vitest'
import { writeCsv } from '../../../lib/writers/csv.ts'
import { reportJson } from '../../../lib/writers/json.ts'
import { writePage } from '../../../lib/writers/page/index.ts'
import { csvRows } from '../../support/csv.ts'
import { cleanSample, enteredSample } from '../writers/samples.ts'
import { opened } from '../writers/workbook/open.ts'

const total = 'requests.newRequests.total'
const rules = 'proactiveDisclosure.rules.issued'
const fees = 'proactiveDisclosure.administrativeFees.amount'
const blank = 'proactiveDisclosure.normativeDocuments.issued'
const words = '李敏 2024-02-01 对照原件录入 16（原未能读出），理由：照扫描件第 3 页'

test('JSON has what was typed in, and beside it what was read', () => {
  const { figures } = reportJson(enteredSample)
  const by = { by: '李敏', at: '2024-02-01T03:00:00.000Z', reason: '照扫描件第 3 页' }
  expect(figures[total]).toMatchObject({
    ...{ state: 'number', value: 16, text: null },
    entered: { ...by, was: { state: 'unreadable', value: null } },
  })
  expect(figures[rules]).toMatchObject({
    ...{ state: 'number', value: 2, text: '见附件' },
    entered: { was: { state: 'text', value: null } },
  })
  expect(figures[blank]).toMatchObject({
    ...{ state: 'blank', value: null, text: '3' },
    entered: { was: { state: 'number', value: 3 } },
  })
  expect(Object.values(reportJson(cleanSample).figures).some(figure => 'entered' in figure)).toBe(false)
})

test('the workbook shows the mark behind the number, which stays one, and says the rest in a note', async () => {
  const book = await opened(enteredSample)
  const shown = book.worksheets.flatMap(sheet => {
    const cells: { value: unknown; format: string; note: string }[] = []
    if (sheet.name !== '数据')
      sheet.eachRow(row =>
        row.eachCell(cell => {
          if (cell.master !== cell) return
          if (cell.numFmt?.includes('录') || JSON.stringify(cell.note ?? '').includes('【录】'))
            cells.push({ value: cell.value, format: cell.numFmt ?? '', note: JSON.stringify(cell.note) })
        }),
      )
    return cells
  })
  expect(shown.map(({ value }) => value).filter(value => value !== null)).toEqual([
    2,
    '（空白，录）',
    12.5,
    16,
    14,
  ])
  expect(shown.every(({ note }) => note.includes('【录】李敏'))).toBe(true)
  expect(shown.find(({ value }) => value === 16)).toMatchObject({
    format: 'General" 录"',
    note: expect.stringContaining(words),
  })
  expect(shown.find(({ value }) => value === 2)!.note).toContain('原文：见附件')
  const overview = JSON.stringify(book.worksheets[0]!.getSheetValues())
  expect(overview).toContain('标“录”的由人对照原件录入')
  expect(overview).toContain('其中人工录入 2')
})

test('the CSV has a column for it, empty where nothing was typed in', () => {
  const [head, ...rows] = csvRows(writeCsv(enteredSample).slice(1))
  const [key, entered] = [head!.indexOf('指标键 Figure key'), head!.indexOf('人工录入 Entered')]
  expect(entered).toBeGreaterThan(0)
  expect(rows.find(row => row[key] === total)![entered]).toBe(`【录】${words}`)
  expect(rows.filter(row => row[entered] !== '')).toHaveLength(5)
})

test('the page shows value, mark and printed text, and says what the mark means', () => {
  const page = writePage(enteredSample, [])
  const cell = (key: string) =>
    new RegExp(`<td id="${key.replaceAll('.', '\\.')}"[^>]*>(.*?)</td>`, 's').exec(page)![1]!
  expect(cell(total)).toMatch(/^16<small class="entered"/u)
  expect(cell(total)).toContain(words)
  expect(cell(rules)).toMatch(/^2<small .*<small class="was">原文 见附件<\/small>/su)
  expect(cell(fees)).toMatch(/^12\.5万元<small class="entered"/u)
  expect(cell(blank)).toContain('空白')
  expect(page).toContain('录＝由人对照原件录入的数字')
  expect(page).toContain('标“录”的由人对照原件录入')
  expect(writePage(cleanSample, [])).not.toMatch(/class="entered"|录＝|标“录”/u)
})
