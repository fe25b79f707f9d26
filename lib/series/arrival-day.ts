/**
 * The day that tells whether a report is late: the first upload where the roster gives the deadline, else the date of
 * the signature. An upload more than a year after the deadline is the filing of an old report, of which nobody here
 * knows when it came; and the legal deadline is one of publishing, of which an upload says nothing.
 */
export interface ArrivalDays {
  readonly dueOn: string | null
  readonly isGiven: boolean
  readonly firstUploadedOn: string | null
  readonly signedOn: string | null
}

const aYearLater = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

export const isByUpload = ({ dueOn, isGiven, firstUploadedOn }: ArrivalDays): boolean =>
  isGiven && dueOn !== null && firstUploadedOn !== null && firstUploadedOn <= aYearLater(dueOn)

/** That day; null where none is known, and then nothing is said of it. */
export const arrivalDay = (days: ArrivalDays): string | null =>
  isByUpload(days) ? days.firstUploadedOn : days.signedOn

const byUpload = `e.due_given = 1 AND r.first_uploaded_on <= concat(CAST(CAST(substr(e.due_on, 1, 4) AS INTEGER) + 1 AS VARCHAR), substr(e.due_on, 5))`

/** The same in SQL, of a report `r` that is due by `e`. */
export const arrivalDaySql = `CASE WHEN ${byUpload} THEN r.first_uploaded_on ELSE r.signed_on END`

/** 1 where that day is the first upload, else 0. */
export const isByUploadSql = `CASE WHEN ${byUpload} THEN 1 ELSE 0 END`
