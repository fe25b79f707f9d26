import { expect, test } from 'vitest'
import type { Loss } from '../../lib/document.ts'
import { condensed } from '../../lib/losses.ts'

const loss = (code: string, paragraph: number): Loss => ({
  code,
  message: { zh: `第 ${paragraph} 段。`, en: `Paragraph ${paragraph}.` },
  source: { kind: 'paragraph', paragraph },
})
const many = (code: string, count: number) => Array.from({ length: count }, (_, at) => loss(code, at + 1))

test('a few losses stay as they are', () => {
  const few = [...many('picture-dropped', 50), ...many('formula-dropped', 3)]
  expect(condensed(few)).toBe(few)
})

test('of each kind the first are kept and the rest counted', () => {
  const shown = condensed([...many('picture-dropped', 25_000), ...many('formula-dropped', 1)])
  expect(shown).toHaveLength(52)
  expect(shown.filter(({ code }) => code === 'formula-dropped')).toHaveLength(1)
  expect(shown.at(-1)?.message.zh).toBe('另有 24950 处同类情况。首处：第 1 段。')
})
