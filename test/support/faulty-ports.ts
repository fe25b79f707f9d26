import type { Ports, Store } from '../../lib/submission/ports.ts'

/** The process died here: nothing of ours ran afterwards. */
export class Crash extends Error {}

/**
 * Asked before and after every step that leaves the process; may throw, may wait. `refused`, before it: the bus takes
 * nothing. `lost`, after it: the answer did not come, the client asked again and heard that its own write is in the way.
 */
export type Fault = (moment: 'before' | 'after', step: string) => Promise<'refused' | 'lost' | undefined>

/** The same ports with a fault on either side of each step. */
export const faultyPorts = <P extends Ports>(ports: P, fault: Fault): P => {
  const around =
    <Arguments extends readonly unknown[], Result>(
      step: string,
      run: (...given: Arguments) => Promise<Result>,
      ifLost?: (...given: Arguments) => Result,
      ifRefused?: (...given: Arguments) => Result,
    ) =>
    async (...given: Arguments): Promise<Result> => {
      const before = await fault('before', step)
      if (before === 'refused' && ifRefused) return ifRefused(...given)
      const result = await run(...given)
      const after = await fault('after', step)
      return after === 'lost' && ifLost ? ifLost(...given) : result
    }
  const { outputs } = ports
  const notTaken = (events: readonly { readonly id: string }[]) =>
    events.map(({ id }) => ({ id, code: 'InternalFailure' }))
  const list: Store['list'] = async function* (...given) {
    await fault('before', 'list')
    yield* outputs.list(...given)
    await fault('after', 'list')
  }
  return {
    ...ports,
    uploads: { get: around('read upload', ports.uploads.get) },
    outputs: {
      ...outputs,
      get: around('get', outputs.get),
      put: around('put', outputs.put),
      putIfAbsent: around('putIfAbsent', outputs.putIfAbsent, () => false),
      putIfMatch: around('putIfMatch', outputs.putIfMatch, () => false),
      list,
    },
    bus: {
      ...ports.bus,
      publish: around('publish', ports.bus.publish, notTaken, notTaken),
    },
    convert: around('convert', ports.convert),
    // Half of them may be kept when the process dies.
    spread: async uploads => {
      for (const upload of uploads) await around('spread', ports.spread)([upload])
    },
  }
}
