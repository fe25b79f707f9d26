import { expect, test } from 'vitest'
import { findingId } from '../../../lib/checks/finding-id.ts'

test('ids are as they have always been: consumers store them', () => {
  expect(findingId('cell-blank', ['requests.newRequests.total'])).toBe(
    'cell-blank/requests.newRequests.total',
  )
  expect(findingId('edition-mixed', [])).toBe('edition-mixed')
  expect(findingId('text-requests', [], 'overview 收到申请22件')).toMatch(/^text-requests\/[0-9a-f]{8}$/u)
})

test('the order of further cells does not matter, the cells and the place do', () => {
  const id = findingId('requests-row-total', ['a.total', 'a.b', 'a.c'])
  expect(id).toMatch(/^requests-row-total\/a\.total~[0-9a-f]{8}$/u)
  expect(findingId('requests-row-total', ['a.total', 'a.c', 'a.b'])).toBe(id)
  expect(findingId('requests-row-total', ['a.total', 'a.c'])).not.toBe(id)
  expect(findingId('requests-row-total', ['a.total', 'a.b', 'a.c'], 'x')).not.toBe(id)
})
