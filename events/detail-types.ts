/**
 * The facts this service tells, one event each: CloudEvents `type` and EventBridge `detail-type`.
 * Types are never edited; a changed shape is a new type beside the old one.
 */
export const detailTypes = {
  'gongkai.report.validated.v1': 'Report Validated',
  'gongkai.report.rejected.v1': 'Report Rejected',
  'gongkai.report.conversion-failed.v1': 'Report Conversion Failed',
  'gongkai.archive.unpacked.v1': 'Archive Unpacked',
  'gongkai.season.checked.v1': 'Season Checked',
  'gongkai.reports.overdue.v1': 'Reports Overdue',
} as const

export type EventType = keyof typeof detailTypes

/** The JSON Schema of a contract as events name it, `$id` of the file in its folder. */
export const schemaId = (folder: string, version: string): string =>
  `urn:gongkai:${folder.replaceAll('/', ':')}:${version}`

/** CloudEvents `dataschema` of a type. */
export const dataschemaOf = (type: EventType): string => {
  const [, subject, fact, version] = type.split('.') as [string, string, string, string]
  return schemaId(`${subject}-${fact}`, version)
}

/** CloudEvents `source` and EventBridge `source` of all of them. */
export const eventSource = 'gongkai' as const

/** Our own bound for one event in UTF-8 bytes, far below EventBridge's. */
export const eventBudget = 64 * 1024
