import type { Ports, Store } from '../../lib/submission/ports.ts'

/** The process died here: nothing of ours ran afterwards. */
export class Crash extends Error {}

/**
 * Asked before and after every step that leaves the process; may throw, may wait. `lost`, after it: the answer did not
 * come, the client asked again and heard that its own write is in the way, or that the bus took nothing.
 */
export type Fault = (moment: 'before' | 'after', step: string) => Promise<'lost' | undefined>

/** The same ports with a fault on either side of each step. */
export const faultyPorts = <P extends Ports>(ports: P, fault: Fault): P => {
  const around =
    <Arguments extends readonly unknown[], Result>(
      step: string,
      run: (...given: Arguments) => Promise<Result>,
      ifLost?: (...given: Arguments) => Result,
    ) =>
    async (...given: Arguments): Promise<Result> => {
      await fault('before', step)
      const result = await run(...given)
      const answer = await fault('after', step)
      return answer === 'lost' && ifLost ? ifLost(...given) : result
    }
  const { outputs } = ports
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
      publish: around('publish', ports.bus.publish, events =>
        events.map(({ id }) => ({ id, code: 'InternalFailure' })),
      ),
    },
    convert: around('convert', ports.convert),
    // Half of them may be kept when the process dies.
    spread: async uploads => {
      for (const upload of uploads) await around('spread', ports.spread)([upload])
    },
  }
}
