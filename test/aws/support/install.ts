import { join } from 'node:path'
import { pythonPrograms } from '../../support/python.ts'

/** Tried here; another version may fake other things. */
const pin = 'ministack==1.4.21'

/** The program, installed once into a virtual environment of its own under .cache/. */
export const installStandIn = async (): Promise<string> =>
  join(await pythonPrograms(pin.replace('==', '-'), [pin]), 'ministack')
