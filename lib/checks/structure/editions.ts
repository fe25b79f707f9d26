import { editionById } from '../../forms/find-edition.ts'
import type { EditionId } from '../../forms/index.ts'
import type { Report } from '../../model/report.ts'

/** 2021 版表式（国办公开办函〔2021〕30号）. */
export const editionName = (id: EditionId): string => ` ${id} 版表式（${editionById(id).document}）`

/** The editions of tables 2 and 3 where they differ; table 4 is the same in both and tells nothing. */
export const mixedEditions = (
  report: Report,
): { readonly proactiveDisclosure: EditionId; readonly requests: EditionId } | null => {
  const { proactiveDisclosure, requests } = report.editions
  return proactiveDisclosure !== null && requests !== null && proactiveDisclosure !== requests
    ? { proactiveDisclosure, requests }
    : null
}
