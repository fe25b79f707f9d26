import { isDeepStrictEqual } from 'node:util'
import { test } from 'vitest'
import { loadBodyReader, type NewElement } from '../../../lib/vendor/mammoth/body-reader.ts'
import { contract } from './contract.ts'

const holds = contract('mammoth')
const file = 'body-reader.ts'

const attempt = async <T>(run: () => T | Promise<T>): Promise<T | null> => {
  try {
    return await run()
  } catch {
    return null
  }
}

test('the inner modules are there', async () => {
  const body = await attempt(() => import('mammoth/lib/docx/body-reader.js'))
  const nodes = await attempt(() => import('mammoth/lib/xml/nodes.js'))
  holds(
    typeof body?.default.createBodyReader === 'function',
    'has lib/docx/body-reader.js with createBodyReader',
    file,
  )
  holds(typeof nodes?.default.Element === 'function', 'has lib/xml/nodes.js with Element', file)
})

const none = {}

/** A paragraph, and a table whose first cell is joined to the right and whose last column is joined downwards. */
const bodyOf = (element: NewElement) => {
  const text = (value: string) => element('w:t', none, [{ type: 'text', value }])
  const cell = (value: string, ...properties: ReturnType<NewElement>[]) =>
    element('w:tc', none, [
      ...(properties.length > 0 ? [element('w:tcPr', none, properties)] : []),
      text(value),
    ])
  const merged = (how: string) => element('w:vMerge', { 'w:val': how }, [])
  return [
    element('w:p', none, [
      text('一'),
      element('w:br', none, []),
      text('二'),
      element('w:br', { 'w:type': 'column' }, []),
    ]),
    element('w:tbl', none, [
      element('w:tr', none, [
        cell('宽', element('w:gridSpan', { 'w:val': '2' }, [])),
        cell('高', merged('restart')),
      ]),
      element('w:tr', none, [cell('1'), cell('2'), cell('', merged('continue'))]),
    ]),
  ]
}

/** The keys that are looked at, and no others. */
const seen = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(seen)
  const { type, value, breakType, children, colSpan, rowSpan } = node as Record<string, unknown>
  return JSON.parse(
    JSON.stringify({ type, value, breakType, colSpan, rowSpan, children: children && seen(children) }),
  )
}

const text = (value: string) => ({ type: 'text', value })
const cell = (value: string, colSpan: number, rowSpan: number) => ({
  type: 'tableCell',
  colSpan,
  rowSpan,
  children: [text(value)],
})
const expected = [
  {
    type: 'paragraph',
    children: [
      text('一'),
      { type: 'break', breakType: 'line' },
      text('二'),
      { type: 'break', breakType: 'column' },
    ],
  },
  {
    type: 'table',
    children: [
      { type: 'tableRow', children: [cell('宽', 2, 1), cell('高', 1, 2)] },
      { type: 'tableRow', children: [cell('1', 1, 1), cell('2', 1, 1)] },
    ],
  },
]

test('paragraphs, breaks, tables and joined cells come out as they are read', async () => {
  const reader = await loadBodyReader()
  const read = await attempt(() => reader.read(bodyOf(reader.element)))
  holds(
    isDeepStrictEqual(read && seen(read.blocks), expected),
    'reads a paragraph and a table into that tree',
    file,
  )
  holds(isDeepStrictEqual(read?.messages, []), 'reads them without a message', file)
})

test('a symbol it does not know is told of', async () => {
  const reader = await loadBodyReader()
  const symbol = (code: string) => reader.element('w:sym', { 'w:font': 'Wingdings', 'w:char': code }, [])
  const read = await attempt(() => reader.read([reader.element('w:p', none, [symbol('F0FC')])]))
  holds(
    isDeepStrictEqual(read && seen(read.blocks), [{ type: 'paragraph', children: [text('✓')] }]),
    'turns a tick of Wingdings into ✓',
    file,
  )
  const unknown = await attempt(() => reader.read([reader.element('w:p', none, [symbol('1234')])]))
  holds(
    unknown?.messages.length === 1 && typeof unknown.messages[0] === 'string',
    'tells in words of a symbol it does not know',
    file,
  )
})
