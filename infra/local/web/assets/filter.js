/** Which files of the list are meant: the page and what is downloaded from it ask here. Nothing of a browser is used. */

/** What a file counts as: its verdict, refused, failed, or how far it is. */
export const kindOf = ({ state, result }) => {
  if (state !== 'done' || !result) return state
  return result.outcome === 'validated' ? result.verdict : result.outcome
}

/** What a person has said of a file; of a service that does not tell, nothing. */
const plain = { unit: null, open: null, excluded: null, replacedBy: null, earlier: [], changes: null }

export const deskOf = ({ desk, result }) =>
  desk ?? { ...plain, standing: result?.outcome === 'validated' ? 'counted' : 'none', decided: 0, entered: 0 }

/** Which files: of a year, a kind, with a finding of a check, of a unit, with a text, standing in a way; or these keys. */
export const filterOf = params => ({
  year: /^\d{4}$/u.test(params.get('year') ?? '') ? Number(params.get('year')) : null,
  kind: params.get('kind') || null,
  check: params.get('check') || null,
  unit: params.get('unit') || null,
  text: (params.get('text') ?? '').trim().toLowerCase(),
  state: params.get('state') || null,
  keys: params.has('key') ? new Set(params.getAll('key')) : null,
})

/** The same as an address has it; what is not asked for is left out. */
export const queryOf = ({ keys, ...filter }) => {
  const said = Object.entries(filter).filter(([, value]) => value !== null && value !== '')
  const named = [...(keys ?? [])].map(key => ['key', key])
  return new URLSearchParams([...said.map(([name, value]) => [name, String(value)]), ...named])
}

const texts = new WeakMap()

/** All of a file that words are looked for in, what was found of it included. */
const textOf = entry => {
  const known = texts.get(entry)
  if (known !== undefined) return known
  const { key, result } = entry
  const found = (result?.findings ?? []).flatMap(({ check, title, message }) => [
    check,
    title?.zh,
    message.zh,
    message.en,
  ])
  const reason = result?.reason ? [result.reason.sentence.zh, result.reason.sentence.en] : []
  const all = [key, result?.authority, result?.year, deskOf(entry).unit?.name, ...found, ...reason]
  const text = all
    .filter(each => each !== null && each !== undefined)
    .join('\n')
    .toLowerCase()
  texts.set(entry, text)
  return text
}

const hasUnit = (entry, unit) => {
  const matched = deskOf(entry).unit
  return matched ? matched.unit === unit || matched.name === unit : entry.result?.authority === unit
}

/** A sample and a file without a year belong to no year: they are shown in every one. */
const isOfYear = (entry, year) =>
  deskOf(entry).standing === 'sample' || (entry.result?.year ?? null) === null || entry.result.year === year

/** What another file has taken the place of is shown where it is asked for. */
const stands = (entry, state) => {
  const { standing, changes, decided, entered } = deskOf(entry)
  if (state === null) return standing !== 'replaced'
  if (state === 'all') return true
  if (state === 'corrected') return changes !== null
  if (state === 'handled') return decided + entered > 0
  return standing === state
}

const hasCheck = ({ result }, check) =>
  result?.checks
    ? Object.hasOwn(result.checks, check)
    : (result?.findings ?? []).some(finding => finding.check === check)

/** In what a file does not fit the filter, by name; the list counts by it what each choice would show. */
export const unfit = (entry, filter) => {
  const { year, kind, check, unit, text, state, keys } = filter
  if (keys) return keys.has(entry.key) ? [] : ['keys']
  const names = []
  if (year !== null && !isOfYear(entry, year)) names.push('year')
  if (!stands(entry, state)) names.push('state')
  if (kind !== null && kindOf(entry) !== kind) names.push('kind')
  if (check !== null && !hasCheck(entry, check)) names.push('check')
  if (unit !== null && !hasUnit(entry, unit)) names.push('unit')
  if (text !== '' && !textOf(entry).includes(text)) names.push('text')
  return names
}

export const matches = (entry, filter) => unfit(entry, filter).length === 0
