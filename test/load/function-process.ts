import { handler as convert } from '../../functions/convert.ts'
import { handler as giveUp } from '../../functions/give-up.ts'
import { batchOf, lambdaContext } from '../support/deployed.ts'
import type { Answer, Call } from './aws/messages.ts'

let [calls, heap] = [0, 0]
/** One execution environment of the functions: one batch at a time, as on AWS. */
const handlers = { convert, 'give-up': giveUp }

process.on('message', async ({ name, bodies }: Call) => {
  const answer = await handlers[name](batchOf(...bodies), lambdaContext())
  const failed =
    answer?.batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier.split('-')[1])) ?? []
  const { user, system } = process.cpuUsage()
  const { rss } = process.memoryUsage()
  calls += 1
  if (calls % 20 === 1) {
    globalThis.gc?.()
    heap = process.memoryUsage().heapUsed
  }
  const told: Answer = { failed, rss, heap, cpuSeconds: (user + system) / 1e6 }
  process.send?.(told)
})
