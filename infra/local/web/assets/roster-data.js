/** What the service knows of the roster of a year; null where there is none. */
export const loadRoster = async year => {
  const query = year ? `?year=${year}` : ''
  const response = await fetch(`/api/roster${query}`).catch(() => null)
  const roster = response?.ok ? await response.json().catch(() => null) : null
  return roster?.units?.length > 0 ? roster : null
}
