import type { Ports } from '../../lib/submission/ports.ts'
import { processUpload } from '../../lib/submission/process.ts'

/** The process died here: nothing of ours ran afterwards. */
export class Crash extends Error {}

/** Asked before and after every step that leaves the process; may throw, may wait. */
export type Fault = (moment: 'before' | 'after', step: string) => Promise<void>

/** The same ports with a fault on either side of each step. */
export const faultyPorts = <P extends Ports>(ports: P, fault: Fault): P => {
  const around =
    <Arguments extends readonly unknown[], Result>(
      step: string,
      run: (...given: Arguments) => Promise<Result>,
    ) =>
    async (...given: Arguments): Promise<Result> => {
      await fault('before', step)
      const result = await run(...given)
      await fault('after', step)
      return result
    }
  const { outputs } = ports
  const faulty: P = {
    ...ports,
    uploads: { get: around('read upload', ports.uploads.get) },
    outputs: {
      ...outputs,
      get: around('get', outputs.get),
      put: around('put', outputs.put),
      putIfAbsent: around('putIfAbsent', outputs.putIfAbsent),
      putIfMatch: around('putIfMatch', outputs.putIfMatch),
    },
    bus: { ...ports.bus, publish: around('publish', ports.bus.publish) },
    convert: around('convert', ports.convert),
    spread: around('spread', async uploads => {
      for (const upload of uploads) await processUpload(upload, faulty)
    }),
  }
  return faulty
}
