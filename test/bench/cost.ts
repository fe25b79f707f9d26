/**
 * List prices in US dollars, us-east-1, arm64, without free allowances; as of 2025. Other regions differ by some
 * tens of percent. What matters is their proportion.
 */
export const prices = {
  gigabyteSecond: 0.0000133334,
  call: 0.2e-6,
  write: 5e-6,
  read: 0.4e-6,
  queueRequest: 0.4e-6,
  event: 1e-6,
  logGigabyte: 0.5,
} as const

export interface Work {
  /** Milliseconds that one report keeps the function busy. */
  readonly milliseconds: number
  readonly memoryMb: number
  readonly writes: number
  readonly reads: number
  readonly events: number
  readonly logBytes: number
}

/** Send, receive and delete for each message; the poller's empty receives are the account's, not the report's. */
const queueRequests = 3

/** Dollars for 1,000 reports, by what they are paid for. */
export const costOfThousand = (work: Work): Readonly<Record<string, number>> => {
  const one = {
    compute: (work.milliseconds / 1000) * (work.memoryMb / 1024) * prices.gigabyteSecond + prices.call,
    storage: work.writes * prices.write + work.reads * prices.read,
    queue: queueRequests * prices.queueRequest,
    events: work.events * prices.event,
    logs: (work.logBytes / 1024 ** 3) * prices.logGigabyte,
  }
  const thousand = Object.entries(one).map(([name, dollars]) => [name, dollars * 1000] as const)
  return Object.fromEntries([...thousand, ['total', thousand.reduce((sum, [, dollars]) => sum + dollars, 0)]])
}
