import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { type InboxWatcher, watchInbox } from '../../../infra/local/inbox/watch-inbox.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

/** A folder on a server: the system tells of nothing that happens in it. */
vi.mock('chokidar', () => ({ watch: () => ({ on: () => undefined, close: async () => undefined }) }))

let watcher: InboxWatcher | null = null
afterEach(() => watcher?.close())

const watching = (inbox: string): readonly string[] => {
  const changed: string[] = []
  watcher = watchInbox(
    inbox,
    { stillMs: 20, lookMs: 30 },
    {
      changed: key => changed.push(key),
      failed: error => {
        throw error
      },
    },
  )
  return changed
}

test('files are found, and found again when they change, where the system says nothing', async () => {
  const inbox = await temporaryFolder()
  await writeFile(join(inbox, '一.docx'), 'one')
  await writeFile(join(inbox, '~$一.docx'), 'lock')
  const changed = watching(inbox)
  await until(() => expect(changed).toEqual(['一.docx']))
  await writeFile(join(inbox, '二.docx'), 'two')
  await until(() => expect(changed).toEqual(['一.docx', '二.docx']))
  await writeFile(join(inbox, '一.docx'), 'more than one')
  await until(() => expect(changed).toEqual(['一.docx', '二.docx', '一.docx']))
  // Several looks later nothing is told twice.
  await new Promise(resolve => setTimeout(resolve, 150))
  expect(changed).toHaveLength(3)
})
