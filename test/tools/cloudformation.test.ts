import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { subscriptions } from '../../events/subscribers/index.ts'
import { releaseTemplate } from '../../infra/aws/release.ts'
import { templatePrograms } from '../support/python-environments.ts'
import { synthesisedTemplate } from '../support/template.ts'

/** The templates that people deploy, as cfn-lint sees them in a region of each partition. */

const folder = mkdtempSync(join(tmpdir(), 'gongkai-templates-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let program: string
beforeAll(async () => {
  program = join(await templatePrograms(), 'cfn-lint')
  const samples = fileURLToPath(new URL('../../events/subscribers/', import.meta.url))
  for (const { file } of subscriptions) copyFileSync(join(samples, file), join(folder, file))
  const released = releaseTemplate(synthesisedTemplate(), name => `${name}.zip`)
  writeFileSync(join(folder, 'gongkai.template.json'), JSON.stringify(released))
}, 300_000)

const lint = (file: string): string => {
  const args = ['--regions', 'us-east-1', 'cn-north-1', '--template', join(folder, file)]
  return spawnSync(program, args, { encoding: 'utf8' }).stdout
}

test.each([...subscriptions.map(({ file }) => file), 'gongkai.template.json'])(
  'cfn-lint has nothing against %s',
  file => {
    expect(lint(file)).toBe('')
  },
)

test('it would notice a property that is not there', () => {
  writeFileSync(
    join(folder, 'spoilt.json'),
    JSON.stringify({ Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { Encrypted: true } } } }),
  )
  expect(lint('spoilt.json')).toContain('E3002')
})
