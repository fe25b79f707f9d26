import type { Message } from '../model/message.ts'
import { Problem } from '../model/problems.ts'

/** Why a scan is not read, and how to scan. */

const howToScan: Message = {
  zh: '请提交报告的 Word 文档（.docx）或由 Word、WPS 直接导出的 PDF；只有纸质件的，请用扫描仪重新扫描：灰度，200 dpi 以上，纸张放平、整页入框、页面摆正，不要用黑白（二值）方式，不要手机翻拍留下阴影。',
  en: 'Submit the Word document of the report (.docx) or a PDF exported from Word or WPS. If there is only paper, scan it again with a scanner: in grey, 200 dpi or more, flat, the whole page, upright; not in black and white only, and no photo with shadows.',
}

const refused = (zh: string, en: string): Problem => new Problem('no-text-layer', { zh, en }, howToScan)

/** Pictures with fewer pixels to the inch are not read. */
export const leastResolution = 140

/** A page with a table has too few pixels. `dpi`: what it has. */
export const tooCoarse = (page: number, dpi: number): Problem =>
  refused(
    `扫描件第 ${page} 页只有约 ${Math.round(dpi)} dpi，低于 ${leastResolution} dpi，表格中的数字无法可靠识别。`,
    `Page ${page} of the scan has some ${Math.round(dpi)} dpi, fewer than ${leastResolution}: the figures of its tables cannot be read reliably.`,
  )

/** No page has a table drawn with rulings. */
export const withoutGrid = (): Problem =>
  refused(
    '扫描件中没有找到带框线的表格，表格中的数字无法可靠识别。',
    'The scan has no ruled table that can be found: the figures of its tables cannot be read reliably.',
  )

/** The words of its tables are not those of any statutory form. */
export const notTheForm = (): Problem =>
  refused(
    '扫描件中表格的项目名称与年度报告的规定格式对不上（太模糊，或不是规定的表格），数字无法可靠识别。',
    'The labels of the tables in the scan are not those of the statutory forms (too blurred, or other tables): their figures cannot be read reliably.',
  )
