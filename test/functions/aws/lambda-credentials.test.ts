import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kindOf } from '../../../functions/aws/errors.ts'
import { defaultProvider } from '../../../functions/aws/lambda-credentials.ts'

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  vi.stubEnv('AWS_SESSION_TOKEN', 'token')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('a function’s credentials are those of its environment', async () => {
  expect(await defaultProvider()()).toEqual({
    accessKeyId: 'id',
    secretAccessKey: 'secret',
    sessionToken: 'token',
  })
  vi.stubEnv('AWS_SESSION_TOKEN', '')
  expect(await defaultProvider()()).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret' })
})

test('none are an error that may pass', async () => {
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', '')
  const error = await defaultProvider()().catch(reason => reason)
  expect(error).toBeInstanceOf(Error)
  expect(kindOf(error)).toBe('transient')
})
