import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { cataloguePage } from '../../../lib/losses/catalogue-page.ts'
import { lossKinds, retiredCodes } from '../../../lib/losses/index.ts'
import type { Medium } from '../../../lib/losses/kind.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const kinds = Object.entries(lossKinds)

/** The rooms of the readers whose losses a medium has words for. */
const rooms: Readonly<Record<Medium, readonly string[]>> = {
  office: ['docx', 'odt', 'rtf', 'doc', 'xlsx', 'story', 'style'],
  web: ['html'],
  text: ['text', 'format'],
  pdf: ['pdf'],
  pages: ['pdf'],
}

const sources = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n')

const media = Object.keys(rooms) as Medium[]

test.each(media)('every loss with words for %s is noted by a reader of it', medium => {
  const text = rooms[medium].map(room => sources(`${root}lib/readers/${room}`)).join('\n')
  const mine = kinds.filter(([, kind]) => kind[medium]).map(([code]) => code)
  expect(mine.length).toBeGreaterThan(0)
  expect(mine.filter(code => !text.includes(`'${code}'`))).toEqual([])
})

test('every loss is demanded of a reader by a test', () => {
  const text = sources(`${root}test/lib/readers`)
  expect(kinds.map(([code]) => code).filter(code => !text.includes(`'${code}'`))).toEqual([])
})

test('no code stands in two files of the catalogue', () => {
  const codes = sources(`${root}lib/losses/catalogue`).match(/^ {2}'[a-z-]+': \{$/gmu)
  expect(codes).toHaveLength(kinds.length)
})

test('codes are kebab-case, and those retired are not used again', () => {
  for (const [code] of kinds) expect(code).toMatch(/^[a-z]+(?:-[a-z]+)+$/u)
  for (const [code, now] of Object.entries(retiredCodes)) {
    expect(lossKinds).not.toHaveProperty(code)
    expect(lossKinds).toHaveProperty(now)
  }
})

test('every loss says in both languages what it means and what happened', () => {
  for (const [code, kind] of kinds) {
    const at = { zh: '第 1 段', en: 'paragraph 1' }
    const told = media
      .flatMap(medium => kind[medium] ?? [])
      .map(each => (typeof each === 'function' ? each(at, '16') : each))
    expect(told.length, code).toBeGreaterThan(0)
    for (const { zh, en } of [kind.means, ...told]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]{2}/u)
      expect(en).toMatch(/[a-z]{2} [a-z]/u)
    }
    for (const { zh, en } of told) {
      expect(zh).toMatch(/。$/u)
      expect(en).toMatch(/\.$/u)
    }
  }
})

test('the page of the catalogue is up to date', async () => {
  await expect(cataloguePage()).toMatchFileSnapshot('../../../lib/losses/README.md')
})
