/** As much of EventBridge's rule patterns as ours use: values, prefix, suffix, anything-but, numeric, exists, $or. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Fields = { readonly [key: string]: Json }

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
}

const numeric = (parts: readonly Json[], value: Json): boolean => {
  for (let index = 0; index < parts.length; index += 2)
    if (typeof value !== 'number' || !comparisons[String(parts[index])]!(value, Number(parts[index + 1])))
      return false
  return true
}

const endsWith = (value: Json, suffix: Json | undefined): boolean => {
  if (typeof value !== 'string') return false
  if (!isFields(suffix)) return value.endsWith(String(suffix))
  return value.toLowerCase().endsWith(String(suffix['equals-ignore-case']).toLowerCase())
}

const matchesValue = (rule: Json, value: Json): boolean => {
  if (!isFields(rule)) return rule === value
  const [[name, argument] = []] = Object.entries(rule)
  if (name === 'prefix') return typeof value === 'string' && value.startsWith(String(argument))
  if (name === 'suffix') return endsWith(value, argument)
  if (name === 'anything-but') return ![argument].flat().includes(value)
  if (name === 'numeric') return numeric(argument as readonly Json[], value)
  if (name === 'exists') return argument === true
  throw new Error(`this matcher does not know ${name}`)
}

const matchesField = (rules: readonly Json[], value: Json | undefined): boolean => {
  if (value === undefined) return rules.some(rule => isFields(rule) && rule['exists'] === false)
  const values = Array.isArray(value) ? value : [value]
  return values.some(one => rules.some(rule => matchesValue(rule, one)))
}

/** Whether EventBridge would hand this event to a rule with this pattern. */
export const matchesPattern = (pattern: Fields, event: Fields): boolean =>
  Object.entries(pattern).every(([key, rule]) => {
    if (key === '$or') return (rule as readonly Fields[]).some(one => matchesPattern(one, event))
    const value = event[key]
    if (Array.isArray(rule)) return matchesField(rule, value)
    return matchesPattern(rule as Fields, isFields(value) ? value : {})
  })
