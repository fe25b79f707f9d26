const DAY = 86_400_000
/** Excel counts a 29 February 1900 that never was: from day 61 on its count is that of 30 December 1899. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST_WRONG_DAY = 60

/** A day number as an ISO date, with the time of day where it has one; below 1 it is a time alone. */
export const dateText = (serial: number, from1904: boolean): string => {
  if (serial < 0 || serial > 2_958_466) return String(serial)
  const shift = !from1904 && serial < LAST_WRONG_DAY ? DAY : 0
  const milliseconds = Math.round((serial * DAY) / 1000) * 1000
  const iso = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + shift + milliseconds).toISOString()
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 19)]
  if (serial < 1 && serial > 0) return time
  return time === '00:00:00' ? date : `${date} ${time}`
}
