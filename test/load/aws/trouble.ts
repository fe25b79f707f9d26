import type { FakeAws } from '../../support/fake-aws.ts'
import type { Chance } from '../documents/kinds.ts'

/** So many of a thousand requests are answered with "slow down" or an error of the service. */
const perThousand = 4

/** Lets requests fail by chance, in ways that pass. Gives how many did. */
export const makeTrouble = (aws: FakeAws, chance: Chance): (() => number) => {
  let count = 0
  aws.trouble = ({ operation }) => {
    if (chance(1000) >= perThousand) return null
    count += 1
    return operation === 'PutEvents'
      ? { status: 500, code: 'InternalFailure' }
      : { status: 503, code: 'SlowDown' }
  }
  return () => count
}
