import { describe, expect, test } from 'vitest'
import { checks } from '../../../../lib/checks/index.ts'
import { caseKinds } from './sentences/cases.ts'
import { type FrameName, reportSaying, type Saying } from './sentences/frames.ts'
import { itselfKinds } from './sentences/itself.ts'
import { otherWordsKinds } from './sentences/other-words.ts'
import { requestKinds } from './sentences/requests.ts'

const textChecks = checks.filter(({ id }) => id.startsWith('text-'))

const heard = (saying: Saying, frame: FrameName): readonly string[] => {
  const report = reportSaying(saying, frame)
  return textChecks.flatMap(check => check.run(report)).map(({ check, message }) => `${check}: ${message.zh}`)
}
const name = (saying: Saying): string => (typeof saying === 'string' ? saying : JSON.stringify(saying))

describe.each(
  [...requestKinds, ...caseKinds, ...itselfKinds, ...otherWordsKinds].map(kind => [kind.kind, kind] as const),
)('%s', (_, { checks: expected, frame = 'district', found, silent }) => {
  test.each(found.map(saying => [name(saying), saying] as const))('contradicted: %s', (_name, saying) => {
    const ids = heard(saying, frame).map(each => each.split(':')[0]!)
    expect(ids.filter(id => expected.includes(id)).length, ids.join(' ')).toBeGreaterThan(0)
  })

  test.each(silent.map(saying => [name(saying), saying] as const))('borne out: %s', (_name, saying) => {
    expect(heard(saying, frame)).toEqual([])
  })
})
