import { readFile } from 'node:fs/promises'

/** The weights of the net, as infra/digit-reader/export.py wrote them. Bundles put them beside themselves (infra/bundle/options.ts). */
export const weightsBytes = async (): Promise<Uint8Array> => readFile(new URL('digits.bin', import.meta.url))
