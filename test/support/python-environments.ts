import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pythonPrograms } from './python.ts'

/**
 * What tests ask pip for, each as the folder of its programs; another version may do other things. Which tests use which is
 * for them to say: two may share one.
 */

const standInPin = 'ministack==1.4.21'
const templatesPin = 'cfn-lint==1.58.0'
const flatteners = fileURLToPath(new URL('../tools/requirements.txt', import.meta.url))

const named = (pin: string) => () => pythonPrograms(pin.replace('==', '-'), [pin])

/** A stand-in for AWS. */
export const standInPrograms = named(standInPin)

export const templatePrograms = named(templatesPin)

export const httpPrograms = () =>
  pythonPrograms('http-2', [
    'openapi-python-client==0.29.1',
    'openapi-spec-validator==0.9.0',
    'prometheus_client==0.26.0',
    'schemathesis==4.32.5',
    ...['pandas==3.1.1', 'requests==2.34.2'],
  ])

export const tablePrograms = () =>
  pythonPrograms('tables-1', [
    ...['frictionless==5.21.0', 'pandas==3.1.1', 'pyarrow==26.0.1', 'duckdb==2.0.1', 'polars==2.1.0'],
  ])

export const flattenPrograms = () => {
  const digest = createHash('sha256').update(readFileSync(flatteners)).digest('hex').slice(0, 12)
  return pythonPrograms(`flatten-${digest}`, ['-r', flatteners])
}

/** Those of test/tools. */
export const toolPrograms = [templatePrograms, httpPrograms, tablePrograms, flattenPrograms]
