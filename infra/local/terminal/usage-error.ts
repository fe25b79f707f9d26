import type { Message } from '../../../lib/model/message.ts'
import { Trouble } from './trouble.ts'

/** The command line was not understood, or what it names is not there. Without a remedy the command's help is pointed to. */
export class UsageError extends Trouble {
  constructor(sentence: Message, remedy: Message | null = null) {
    super('usage', sentence, remedy)
    this.name = 'UsageError'
  }
}
