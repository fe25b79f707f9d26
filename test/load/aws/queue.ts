import { settings } from '../../../infra/aws/settings.ts'
import type { Chance } from '../documents/kinds.ts'

export interface Message {
  readonly body: string
  received: number
}

/** A queue as SQS is: in no order, and what is not deleted comes again, until it goes to the dead letters. */
export interface Queue {
  readonly add: (body: string) => void
  readonly take: (most: number) => readonly Message[]
  /** Messages that were not brought to an end. */
  readonly giveBack: (messages: readonly Message[]) => void
  readonly takeDead: (most: number) => readonly Message[]
  readonly giveBackDead: (messages: readonly Message[]) => void
  /** Messages that wait. */
  readonly length: () => number
  readonly counts: { received: number; givenBack: number; dead: number }
}

export const openQueue = (chance: Chance): Queue => {
  const visible: Message[] = []
  const dead: Message[] = []
  const counts = { received: 0, givenBack: 0, dead: 0 }
  const insert = (message: Message) => {
    visible.push(message)
    const place = chance(visible.length)
    ;[visible[place], visible[visible.length - 1]] = [visible.at(-1)!, visible[place]!]
  }
  return {
    counts,
    length: () => visible.length,
    add: body => insert({ body, received: 0 }),
    take: most => {
      const batch = visible.splice(-most, most)
      for (const message of batch) message.received += 1
      counts.received += batch.length
      return batch
    },
    giveBack: messages => {
      counts.givenBack += messages.length
      for (const message of messages) {
        if (message.received < settings.maxReceiveCount) insert(message)
        else {
          counts.dead += 1
          dead.push(message)
        }
      }
    },
    takeDead: most => dead.splice(-most, most),
    giveBackDead: messages => dead.push(...messages),
  }
}
