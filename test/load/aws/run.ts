import { functionEnvironment } from '../../support/deployed.ts'
import { startFakeAws } from '../../support/fake-aws.ts'
import { seeded } from '../../support/random.ts'
import { grown } from '../check/memory.ts'
import { checkOutbox, type Pardon } from '../check/outbox.ts'
import { openComplaints } from '../check/wanted.ts'
import type { Submission } from '../documents/submission.ts'
import type { LoadOptions, Part } from '../part.ts'
import { memoryLines, throughputLine } from '../report.ts'
import { consume, mostBatch } from './consume.ts'
import { bucketOutbox, checkWrittenOnce, eventsOfBus, isQuarantined, unreadableKept } from './outbox.ts'
import { openQueue } from './queue.ts'
import { makeTrouble } from './trouble.ts'
import { putUploads } from './uploads.ts'

/** Of ten messages so many come once, twice and three times. */
const deliveries = [1, 1, 1, 1, 1, 1, 2, 2, 2, 3]

/** Messages that tell of no upload: kept for a person, in the way of nobody. */
const unreadable = ['no JSON', '{"hello":1}', '[]']

const tired: Pardon = ({ event }) =>
  event?.type === 'gongkai.report.conversion-failed.v1' && event.data.failure.code === 'retries-exhausted'

/**
 * All submissions through the functions themselves on an AWS in memory: batches, messages twice and three times and
 * in no order, environments killed in the middle, services that say 503.
 */
export const loadAws = async (
  submissions: readonly Submission[],
  _folder: string,
  { seed, kills, cores }: LoadOptions,
): Promise<Part> => {
  const chance = seeded(`aws ${seed}`)
  const complaints = openComplaints()
  const aws = await startFakeAws()
  const { wanted, messages } = putUploads(aws, submissions, chance)
  const troubles = makeTrouble(aws, chance)
  const queue = openQueue(chance)
  for (const body of messages)
    for (let times = deliveries[chance(deliveries.length)]!; times > 0; times -= 1) queue.add(body)
  for (const body of unreadable) queue.add(body)
  const consumed = await consume(queue, aws.messages, functionEnvironment(aws), chance, {
    ...{ cores, kills },
    messages: queue.length(),
  })
  aws.close()

  const events = eventsOfBus(aws, complaints)
  let givenUp = 0
  await checkOutbox(wanted, events, bucketOutbox(aws), complaints, {
    allowed: isQuarantined,
    pardon: receipt => {
      givenUp += tired(receipt) ? 1 : 0
      return tired(receipt)
    },
  })
  checkWrittenOnce(aws, complaints)
  if (unreadableKept(aws) !== unreadable.length)
    complaints.add(`${unreadableKept(aws)} of ${unreadable.length} unreadable messages kept`)
  if (givenUp > wanted.length / 100) complaints.add(`${givenUp} given up after their retries`)
  const growth = grown(consumed.samples)
  if (growth) complaints.add(growth)
  const { received, givenBack, dead } = queue.counts
  const { environments, killed, seconds, cpuSeconds, samples } = consumed
  return {
    title: 'functions on an AWS in memory',
    lines: [
      `${wanted.length} versions told of by ${received} deliveries in batches of 1 to ${mostBatch}; ${givenBack} came back, ${dead} went to the dead letters`,
      `${environments} environments at once, ${killed} killed; ${troubles()} requests answered with 500 or 503`,
      `${aws.events.length} events sent for ${events.size} facts (repeats have the same id); ${givenUp} given up after their retries`,
      throughputLine(wanted.length, seconds, cpuSeconds),
      ...memoryLines(samples, 'messages at once'),
    ],
    complaints: complaints.all,
  }
}
