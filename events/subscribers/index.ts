/** A CloudFormation template for a subscriber, which works as it stands, for every region and partition. */
export interface Subscription {
  /** File beside this one. */
  readonly file: string
  readonly what: string
  /** The pattern of its rule, by the file in ../patterns; null where it has no rule. */
  readonly pattern: string | null
}

/** Templates for subscribers; another pattern of ../patterns may stand in the place of theirs. */
export const subscriptions: readonly Subscription[] = [
  { file: 'queue.json', what: 'A queue that somebody reads.', pattern: 'every-fact.json' },
  { file: 'function.json', what: 'A function that is called.', pattern: 'needs-a-person.json' },
  {
    file: 'from-another-account.json',
    what: 'In the account that listens: a bus, to which queue.json and function.json then subscribe.',
    pattern: null,
  },
  {
    file: 'to-another-account.json',
    what: 'In the account of gongkai: everything to that bus.',
    pattern: 'every-fact.json',
  },
]
