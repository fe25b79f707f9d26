import { expect, test } from 'vitest'
import { mediaTypeOf, outputs } from '../../../lib/writers/index.ts'
import { stemOf } from '../../../lib/writers/output-names.ts'

const distinct = (values: readonly string[]) => new Set(values).size

test('no two outputs share a role or an ending, and none is called like what stands beside them', () => {
  const roles = outputs.map(({ role }) => role)
  const endings = outputs.map(({ ending }) => ending)
  expect(distinct(roles)).toBe(roles.length)
  expect(distinct(endings)).toBe(endings.length)
  for (const { role, ending } of outputs) {
    expect(role).toMatch(/^[a-z][a-zA-Z]*$/)
    expect(ending).toMatch(/^[a-z][a-z.]*$/)
    expect(['bucket', 'receipt', 'refusal', 'failure']).not.toContain(role)
  }
})

test.each(['receipt', 'sent', 'refusal', 'failure', 'latest'])('%s is nobody’s stem', name => {
  expect(stemOf(`${name}.docx`)).not.toBe(name)
})

test('the media type goes by the ending of the last part of a key', () => {
  for (const { ending, mediaType } of outputs)
    expect(mediaTypeOf(`青禾县/报告.docx/v1/报告.${ending.toUpperCase()}`)).toBe(mediaType)
  for (const key of ['报告.docx', 'html', 'a.html/b', 'a.csv.docx']) expect(mediaTypeOf(key)).toBeNull()
})
