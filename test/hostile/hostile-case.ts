import type { Verdict } from '../../lib/checks/check.ts'
import type { ProblemCode } from '../../lib/model/problems.ts'
import type { ReportJson } from '../../lib/writers/contract.ts'

/** What a hostile file may come to: one of these refusals, or a conversion of which `then` holds. */
export interface Expected {
  readonly codes: readonly ProblemCode[]
  readonly read: boolean
  readonly then?: (report: ReportJson) => void
}

/** A file somebody could send to harm us. It is built when its turn comes, since some are large. */
export interface HostileCase {
  readonly what: string
  readonly file: string
  readonly make: () => Uint8Array | string
  readonly expected: Expected
}

/** Must be refused for that reason. */
export const refused = (...codes: readonly ProblemCode[]): Expected => ({ codes, read: false })

/** Must be converted; `then` looks at the JSON. */
export const converted = (then?: (report: ReportJson) => void): Expected => ({
  codes: [],
  read: true,
  ...(then ? { then } : {}),
})

/** May be read or refused in any of our words, as long as it is bounded: where libraries differ in what they repair. */
export const bounded: Expected = {
  codes: [
    'not-a-report',
    'format-unsupported',
    'file-damaged',
    'password-protected',
    'no-text-layer',
    'too-large',
    'too-complex',
    'empty-file',
  ],
  read: true,
}

export const hostile = (
  file: string,
  what: string,
  make: HostileCase['make'],
  expected: Expected,
): HostileCase => ({ file, what, make, expected })

/** Nothing in the file was taken for a figure. */
export const withoutFigures = ({ verdict, figures }: ReportJson): void => {
  const none: Verdict = 'notAssessable'
  if (verdict !== none || Object.values(figures).some(({ state }) => state === 'number'))
    throw new Error(`figures came out: verdict ${verdict}`)
}

/** A loss of that kind is told. */
export const tells =
  (words: RegExp) =>
  ({ losses }: ReportJson): void => {
    const said = losses.map(({ message }) => `${message.zh} / ${message.en}`)
    if (!said.some(loss => words.test(loss))) throw new Error(`no loss says ${words}: ${said.join(' ')}`)
  }
