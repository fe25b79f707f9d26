import type { SectionKey, SectionTitle } from '../../forms/form.ts'
import { sections } from '../../forms/sections.ts'

const byKey = new Map<SectionKey, SectionTitle>(sections.map(section => [section.key, section]))

/** “五、存在的主要问题及改进情况”. */
export const sectionName = (key: SectionKey): string => {
  const section = byKey.get(key)
  return `“${section?.number}、${section?.label}”`
}

/** Place of a section in the form, from 0. */
export const sectionRank = (key: SectionKey): number => sections.findIndex(section => section.key === key)
