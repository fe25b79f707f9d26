import type { Edition, Form, FormKey } from './form.ts'

/** The editions with one object for each form that several of them print alike, so that forms are compared by `===`. */
export const withSharedForms = <Id extends string>(
  editions: readonly Edition<Id>[],
): readonly Edition<Id>[] => {
  const known = new Map<string, Form>()
  const shared = (form: Form): Form => {
    const printed = JSON.stringify(form)
    const before = known.get(printed) ?? form
    known.set(printed, before)
    return before
  }
  return editions.map(edition => {
    const forms = Object.entries(edition.forms).map(([key, form]) => [key, shared(form)])
    return { ...edition, forms: Object.fromEntries(forms) as Record<FormKey, Form> }
  })
}
