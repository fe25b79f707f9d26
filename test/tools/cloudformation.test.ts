import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { subscriptions } from '../../events/subscribers/index.ts'
import { pythonPrograms } from '../support/python.ts'

const pin = 'cfn-lint==1.58.0'
const folder = fileURLToPath(new URL('../../events/subscribers/', import.meta.url))

let program: string
beforeAll(async () => {
  program = join(await pythonPrograms(pin.replace('==', '-'), [pin]), 'cfn-lint')
}, 300_000)

/** In a region of each partition. Throws with what it finds. */
test.each(subscriptions)('cfn-lint has nothing against $file', ({ file }) => {
  const found = execFileSync(program, [
    '--regions',
    'us-east-1',
    'cn-north-1',
    '--template',
    join(folder, file),
  ])
  expect(found.toString()).toBe('')
})
