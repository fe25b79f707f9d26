import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { contracts } from '../../events/index.ts'
import { processUpload } from '../../lib/submission/process.ts'
import { fakePorts, uploadOf, uploadsOf } from '../support/submission.ts'

const read = (url: URL) => JSON.parse(readFileSync(url, 'utf8'))
const official = read(new URL('../support/cloudevents-1.0.schema.json', import.meta.url))
const validate = new Ajv({
  allowUnionTypes: true,
  formats: {
    uri: text => URL.canParse(text),
    'uri-reference': text => URL.canParse(text, 'urn:base:') || URL.canParse(text, 'http://base/'),
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  },
}).compile(official)

/** Names of attributes are lower-case letters and digits, says the specification, which the schema does not. */
const attribute = /^[a-z0-9]{1,20}$/

const folder = new URL('../../events/', import.meta.url)
const samples = contracts
  .filter(contract => contract.direction === 'sent')
  .flatMap(contract =>
    readdirSync(new URL(`${contract.folder}/`, folder))
      .filter(name => name.endsWith('.sample.json'))
      .map(name => `${contract.folder}/${name}`),
  )

test.each(samples)('%s is a CloudEvent by the official schema', path => {
  const event = read(new URL(path, folder))
  validate(event)
  expect(validate.errors).toBeNull()
  for (const name of Object.keys(event)) expect(name).toMatch(attribute)
})

test.each(['one', 'bad'])('so is what a submission of %j tells', async text => {
  const ports = fakePorts({ uploads: uploadsOf({ v1: text }) })
  await processUpload(uploadOf(), ports)
  validate(ports.bus.events[0])
  expect(validate.errors).toBeNull()
})

test('the schema refuses what is none', () => {
  expect(validate({ ...read(new URL(samples[0]!, folder)), id: '' })).toBe(false)
  expect(validate({ ...read(new URL(samples[0]!, folder)), time: 'yesterday' })).toBe(false)
})
