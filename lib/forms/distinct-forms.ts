import { type Form, type FormKey, formKeys } from './form.ts'
import { editions } from './index.ts'

const distinct = new Map<FormKey, readonly Form[]>(
  formKeys.map(key => [key, [...new Set(editions.map(({ forms }) => forms[key]))]]),
)

/** The forms of a key in all editions, the oldest first; one that several editions print stands once. */
export const formsOf = (key: FormKey): readonly Form[] => distinct.get(key)!

for (const key of formKeys)
  if (new Set(formsOf(key).map(({ reading }) => reading)).size > 1)
    throw new Error(`All editions must have one reading for the form ${key}.`)

/** The keys of the forms that are read in a way. */
export const keysRead = (reading: Form['reading']): readonly FormKey[] =>
  formKeys.filter(key => formsOf(key)[0]!.reading === reading)
