import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asyncApiText } from '../../events/asyncapi.ts'
import { detailTypes } from '../../events/detail-types.ts'
import { contracts } from '../../events/index.ts'

const folder = new URL('../../events/', import.meta.url)
const messages = contracts.filter(({ direction }) => direction !== 'written')

test('the committed document is that of the contracts', async () => {
  await expect(asyncApiText()).toMatchFileSnapshot('../../events/asyncapi.json')
})

test('every reference leads somewhere', () => {
  const document = JSON.parse(asyncApiText())
  const references: string[] = []
  JSON.stringify(document, (key, value) => {
    if (key === '$ref') references.push(value)
    return value
  })
  expect(references.length).toBeGreaterThan(messages.length * 2)
  for (const reference of references)
    if (reference.startsWith('#/'))
      expect(
        reference
          .slice(2)
          .split('/')
          .reduce((part, name) => part?.[name], document),
        reference,
      ).toBeDefined()
    else expect(existsSync(new URL(reference, folder)), reference).toBe(true)
})

test('it names every message, what is sent by its detail-type', () => {
  const { components, channels } = JSON.parse(asyncApiText())
  expect(Object.keys(components.messages)).toHaveLength(messages.length)
  const sent = Object.keys(channels.facts.messages).map(name => components.messages[name].name)
  expect(sent).toEqual(Object.values(detailTypes))
})
