import type { Check, Finding } from './check.ts'
import { type CheckMetadata, findingOf } from './define-check.ts'

/** Our own failure inside a check, never the report's. Not a check itself: nothing runs it. */
export const checkFailed: CheckMetadata = {
  id: 'check-failed',
  severity: 'warning',
  title: { zh: '检查程序出错', en: 'A check failed' },
  explanation: {
    zh: '某项检查运行出错，是程序的问题，不是报告的问题；其余检查照常进行。',
    en: 'A check crashed. That is our fault and says nothing about the report; the other checks still ran.',
  },
  source: '本服务',
}

/** The finding that says which check crashed. */
export const crashFinding = (check: Pick<Check, 'id' | 'title'>, error: unknown): Finding =>
  findingOf(checkFailed, {
    outcome: 'unassessable',
    message: {
      zh: `检查项“${check.title.zh}”（${check.id}）运行出错，没有结果。这是程序的问题，不是报告的问题，请告知维护人员。`,
      en: `The check ${check.id} crashed and gave no result (${error instanceof Error ? error.message : 'unknown error'}). This is our fault, not the report’s; tell the maintainers.`,
    },
    place: check.id,
  })
