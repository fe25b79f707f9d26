import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import { homeOf, isLoopback, namesOf } from '../../../infra/local/web/names.ts'
import { isLetIn, isSame, isToken, sessionCookie } from '../../../infra/local/web/token.ts'
import { conforming } from '../../support/conforming.ts'
import { runGongkai } from '../../support/run-gongkai.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const token = 'of-our-own-invention-0123456789abcdef'
const publicUrl = new URL('https://gongkai.example.gov.cn')

let service: Service
let inbox = ''
/** Where it really listens: its page is the public address. */
let here = ''
beforeAll(async () => {
  const root = await temporaryFolder()
  inbox = join(root, 'inbox')
  await mkdir(inbox)
  const script = new URL('../../support/fake-worker.ts', import.meta.url)
  const port = 20_000 + (process.pid % 20_000)
  here = `http://127.0.0.1:${port}`
  service = await startService({
    ...{ inbox, outbox: join(root, 'outbox'), port, token, say: () => undefined },
    place: { host: '127.0.0.1', publicUrl },
    pool: { script },
    stillMs: 50,
  })
})
afterAll(() => service.close())

const ask = (path: string, init: RequestInit = {}) => fetch(here + path, { redirect: 'manual', ...init })
const bearer = { authorization: `Bearer ${token}` }
const form = (given: string) =>
  ask('/login', {
    ...{ method: 'POST', body: new URLSearchParams({ token: given }) },
    headers: { accept: 'text/html', origin: here },
  })
const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';', 1)[0]!

describe('with a token', () => {
  test.each([
    '/',
    '/app.js',
    '/api/reports',
    '/api/stream',
    '/everything.zip',
    '/results/x.json',
    '/season/2023/',
  ])('%s is shown to nobody without it', async path => {
    const answer = await ask(path)
    expect(answer.status).toBe(401)
    expect(await answer.text()).toBe('需要口令 (token needed)\n')
  })

  test.each([
    '/api/v1/reports',
    '/api/v1/version',
    '/api/v1/checks',
    '/api/v1/none',
    '/metrics',
    '/openapi.json',
  ])('%s says so to a program', async path => {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect(await answer.json()).toMatchObject({ schema: 'gongkai.error/1', code: 'token-needed' })
    for (const wrong of [`${token}x`, token.slice(1), '', token.toUpperCase()])
      expect((await ask(path, { headers: { authorization: `Bearer ${wrong}` } })).status).toBe(401)
  })

  test('nothing is written without it', async () => {
    for (const [path, headers] of [
      ['/api/upload?name=x.docx', { 'x-gongkai': '1' }],
      ['/api/v1/reports?name=x.docx', { 'content-type': 'application/octet-stream' }],
    ] as const)
      expect((await ask(path, { method: 'POST', body: 'x', headers })).status).toBe(401)
    expect(await readdir(inbox)).toEqual([])
  })

  test('health alone needs none', async () => {
    expect((await ask('/api/v1/health')).status).toBe(200)
  })

  test('a program gives it with each request', async () => {
    for (const path of ['/api/v1/reports', '/metrics', '/openapi.json', '/api/v1/version', '/']) {
      const answer = await ask(path, { headers: bearer })
      expect(answer.status, path).toBe(200)
      if (path !== '/') await conforming('GET', new URL(path, here), answer)
    }
  })

  test('a person gives it once: the page asks, and a session opens everything', async () => {
    const asked = await ask('/report?key=x', { headers: { accept: 'text/html' } })
    expect(asked.status).toBe(401)
    expect(asked.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'/u)
    // Else a browser sends the form with the origin null, which another site might do too.
    expect(asked.headers.get('referrer-policy')).toBe('same-origin')
    expect(await asked.text()).toContain('访问口令')
    const wrong = await form(`${token}x`)
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null])
    expect(await wrong.text()).toContain('口令不对')
    const right = await form(` ${token}\n`)
    expect([right.status, right.headers.get('location')]).toEqual([303, '/'])
    expect(right.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; .*Secure$/u)
    expect(right.headers.get('set-cookie')).not.toContain(token)
    const cookie = cookieOf(right)
    for (const path of ['/', '/app.js', '/api/reports', '/metrics'])
      expect((await ask(path, { headers: { cookie: `other=1; ${cookie}` } })).status, path).toBe(200)
    expect((await ask('/', { headers: { cookie: `${cookie}0` } })).status).toBe(401)
  })

  test('another site cannot log anybody in', async () => {
    const body = new URLSearchParams({ token })
    const answer = await ask('/login', { method: 'POST', body, headers: { origin: 'https://evil.example' } })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  })

  test('it answers under its public name, and no other', async () => {
    const status = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const asked = request(`${here}/api/v1/version`, { headers: { ...bearer, ...headers } }, response => {
          response.resume()
          resolve(response.statusCode ?? 0)
        })
        asked.on('error', reject)
        asked.end()
      })
    expect(await status({ host: publicUrl.host, origin: publicUrl.origin })).toBe(200)
    expect(await status({ host: 'gongkai.example.gov.cn.evil.example' })).toBe(403)
    expect(await status({ host: publicUrl.host, origin: 'http://gongkai.example.gov.cn' })).toBe(403)
    expect(service.page).toBe('https://gongkai.example.gov.cn/')
  })
})

test('a session ends by itself, and belongs to its token', () => {
  const cookie = sessionCookie(token, 0, false).split(';', 1)[0]!
  const hours = 60 * 60 * 1000
  expect(isLetIn({ cookie }, token, 11 * hours)).toBe(true)
  expect(isLetIn({ cookie }, token, 13 * hours)).toBe(false)
  expect(isLetIn({ cookie }, `${token}2`, 11 * hours)).toBe(false)
  const [, mark] = cookie.split('.')
  expect(isLetIn({ cookie: `gongkai=${99 * hours}.${mark}` }, token, 11 * hours)).toBe(false)
  // Whoever gives a wrong token is not let in by what else is there.
  expect(isLetIn({ cookie, authorization: 'Bearer x' }, token, 0)).toBe(false)
})

test('a token is long, and can stand in a header', () => {
  expect(isToken(token)).toBe(true)
  expect(['', 'a'.repeat(31), `${token} x`, `${token}口令`, `${token}\n`].map(isToken)).toEqual(
    Array(5).fill(false),
  )
  expect([isSame(token, token), isSame(token, `${token}x`), isSame('', token)]).toEqual([true, false, false])
})

test('names of a service: this machine, the host it was given, all of its addresses, the public one', () => {
  const hosts = (host: string, port = 7823) => namesOf({ host, publicUrl: null }, port).hosts
  expect([...hosts('127.0.0.1')]).toEqual(['127.0.0.1:7823', 'localhost:7823', '127.0.0.1:7823'].slice(0, 2))
  expect(hosts('10.1.2.3').has('10.1.2.3:7823')).toBe(true)
  expect(hosts('::1').has('[::1]:7823')).toBe(true)
  expect(hosts('10.1.2.3', 80).has('10.1.2.3')).toBe(true)
  expect(hosts('0.0.0.0').size).toBeGreaterThanOrEqual(3)
  expect(hosts('0.0.0.0').has('evil.example:7823')).toBe(false)
  expect(homeOf({ host: '0.0.0.0', publicUrl: null }, 7823)).toBe('http://127.0.0.1:7823/')
  expect(['127.0.0.1', '127.1.1.1', 'localhost', '::1'].every(isLoopback)).toBe(true)
  expect(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.evil.example', '1270.0.0.1'].some(isLoopback)).toBe(false)
})

describe('the command', () => {
  test.each([
    [['--host', '0.0.0.0'], 'GONGKAI_TOKEN'],
    [['--host', '192.0.2.1'], 'GONGKAI_TOKEN'],
    [['--public-url', 'https://a.example'], 'GONGKAI_TOKEN'],
    [['--token-file', 'none'], '--token-file'],
    [['--token-file', 'short'], '32'],
    [['--token-file', 'token', '--public-url', 'https://a.example/path'], '--public-url'],
    [['--token-file', 'token', '--public-url', 'a.example'], '--public-url'],
    [['--token-file', 'token', '--host', '192.0.2.1'], '--host'],
    [['--token', token], '--token'],
  ])('serve %j: exit code 2 and a sentence', async (args, said) => {
    const root = await temporaryFolder()
    await writeFile(join(root, 'short'), 'secret')
    await writeFile(join(root, 'token'), token)
    const { code, stderr } = await runGongkai(['serve', '--port', '0', ...args], root)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) })
    expect(stderr).not.toContain('    at ')
  })
})

test('what cannot be read as a request is told so', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(here).port), '127.0.0.1')
    let text = ''
    socket.setEncoding('utf8').on('data', more => {
      text += more
    })
    socket.on('error', reject).on('close', () => resolve(text))
    socket.write('GET /api/v1/reports?text=报告 HTTP/1.1\r\nHost: x\r\n\r\n')
  })
  const [head, body] = answer.split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1\.1 400 /u)
  expect(JSON.parse(body!)).toMatchObject({ schema: 'gongkai.error/1', code: 'request-unreadable' })
})

test('whoever sends its headers slowly, or half of a request, holds nobody up', async () => {
  const sockets = Array.from({ length: 50 }, () => connect(Number(new URL(here).port), '127.0.0.1'))
  for (const socket of sockets) {
    socket.on('error', () => undefined)
    socket.write('POST /api/v1/reports?name=x.docx HTTP/1.1\r\nHost: ')
  }
  expect((await ask('/api/v1/health')).status).toBe(200)
  for (const socket of sockets) socket.destroy()
})
