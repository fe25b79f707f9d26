import { join } from 'node:path'
import { standInPrograms } from '../../support/python-environments.ts'

/** The program, installed once into a virtual environment of its own under .cache/. */
export const installStandIn = async (): Promise<string> => join(await standInPrograms(), 'ministack')
