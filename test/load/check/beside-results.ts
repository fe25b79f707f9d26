import { deskName } from '../../../infra/local/desk/desk.ts'

/** What lies in an outbox beside the results: events, acts, and the workbooks of all reports together. */
export const besideResults = (key: string): boolean =>
  key === 'events.ndjson' || key === deskName || /^(?:汇总|年报季(?: \d{4})?)\.xlsx$/u.test(key)
