import type { Finding } from '../checks/check.ts'
import { sections } from '../forms/sections.ts'
import { formOfKey } from '../model/figures-of.ts'
import { cellName } from '../model/form-words.ts'
import type { Report } from '../model/report.ts'
import { formWords } from './words.ts'

/** 一、总体情况; what stands before it has no title of its own. */
export const sectionTitle = (key: string): string => {
  if (key === 'preamble') return '标题和开头'
  const section = sections.find(candidate => candidate.key === key)
  return section ? `${section.number}、${section.label}` : key
}

/** Where a person finds the fault: the cell to look at first, else the section quoted, else nothing. */
export const findingPlace = (
  report: Pick<Report, 'editions'>,
  { cells, evidence }: Pick<Finding, 'cells' | 'evidence'>,
): string => {
  const [first] = cells
  if (first !== undefined) {
    const more = cells.length > 1 ? ` 等 ${cells.length} 格` : ''
    return `${formWords[formOfKey(first)]?.short ?? ''} ${cellName(report, first).zh}${more}`.trim()
  }
  const section = evidence.find(each => each.section !== undefined)?.section
  return section === undefined ? '' : sectionTitle(section)
}
