import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checks } from '../../../../lib/checks/index.ts'
import type { Report } from '../../../../lib/model/report.ts'
import { readReport } from '../../../../lib/read-report.ts'
import { read } from '../../../../lib/readers/index.ts'

/** Numbers that real reports state of their tables: true as printed, contradicted as soon as one is changed. */
const folder = fileURLToPath(new URL('../../../../../shared/reports/', import.meta.url))

const stated = [
  ['shuyang-2025.md', '申请 749 件', '申请 759 件', 'text-requests'],
  ['shuyang-2025.md', '自然人申请 741 件', '自然人申请 743 件', 'text-outcomes'],
  ['shuyang-2025.md', '法人或其他组织申请 8 件', '法人或其他组织申请 9 件', 'text-outcomes'],
  ['shuyang-2025.md', '办理 718 件', '办理 728 件', 'text-carried'],
  ['shuyang-2025.md', '结转下一年 31 件', '结转下一年 32 件', 'text-carried'],
  ['hebei-jyt-2022.txt', '申请共44件', '申请共45件', 'text-requests'],
  ['hebei-jyt-2022.txt', '当年办结44件', '当年办结43件', 'text-carried'],
  ['hebei-jyt-2022.txt', '信函申请5件', '信函申请6件', 'text-percent'],
  ['hebei-jyt-2022.txt', '占88.6%', '占89.6%', 'text-percent'],
  ['hebei-jyt-2022.txt', '公示公告85个', '公示公告86个', 'text-parts-sum'],
  ['hebei-jyt-2021.txt', '保留部门规范性文件181件', '保留部门规范性文件182件', 'text-normative-documents'],
  ['hebei-jyt-2021.txt', '废止25件', '废止26件', 'text-normative-documents'],
  ['shuyang-fgj-2023.html', '依申请信息公开26件', '依申请信息公开27件', 'text-requests'],
  ['000_fd7e338c5729f6fc.txt', '政府信息依申请公开5件', '政府信息依申请公开6件', 'text-requests'],
  ['000_fd7e338c5729f6fc.txt', '规定答复5件', '规定答复6件', 'text-carried'],
  ['002_cad8108d5abace63.txt', '办理依申请公开10件', '办理依申请公开12件', 'text-carried'],
  ['003_2c0465ede4d245f3.txt', '办理人大建议133件', '办理人大建议133件', null],
] as const

const changed = (report: Report, printed: string, other: string): Report => ({
  ...report,
  sections: report.sections.map(section => ({
    ...section,
    paragraphs: section.paragraphs.map(paragraph => ({
      ...paragraph,
      text: paragraph.text.replace(printed, other),
    })),
  })),
})

const heard = (report: Report): readonly string[] =>
  checks.filter(({ id }) => id.startsWith('text-')).flatMap(check => check.run(report).map(({ id }) => id))

test.runIf(existsSync(folder)).each(stated)('%s: %s as %s', async (file, printed, other, check) => {
  const report = readReport(await read(file, readFileSync(folder + file)))
  expect(
    report.sections.some(({ paragraphs }) => paragraphs.some(({ text }) => text.includes(printed))),
  ).toBe(true)
  const before = heard(report)
  const fresh = heard(changed(report, printed, other)).filter(id => !before.includes(id))
  expect(fresh.map(id => id.split('/')[0])).toEqual(check === null ? [] : expect.arrayContaining([check]))
})
