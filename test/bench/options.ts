import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** How often each thing is measured; each part says what it makes of it. */
  readonly rounds: number
  /** Parts to run, by the start of their headings. */
  readonly wanted: (heading: string) => boolean
}

/** `--rounds N`, `--only REGEXP`. */
export const benchOptions = (defaultRounds: number, args = process.argv.slice(2)): BenchOptions => {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: String(defaultRounds) },
      only: { type: 'string', default: '' },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1')
  const only = new RegExp(values.only, 'i')
  return { rounds, wanted: heading => only.test(heading) }
}
