import { link, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NotFollowed, openInside } from '../../../infra/local/inbox/open-inside.ts'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import { receive } from '../../../infra/local/web/receive.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

let root: string
let inbox: string
let outside: string
beforeEach(async () => {
  root = await temporaryFolder()
  inbox = join(root, 'inbox')
  outside = join(root, 'outside')
  await mkdir(join(inbox, 'folder'), { recursive: true })
  await mkdir(outside)
  await writeFile(join(outside, 'secret.docx'), 'secret')
  await writeFile(join(inbox, 'folder', 'own.docx'), 'own')
})

const textOf = async (key: string): Promise<string | null> => {
  const file = await openInside(inbox, key)
  if (!file) return null
  try {
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

describe('a file of the inbox', () => {
  test('is opened, also through a link that stays inside, also where the inbox is a link', async () => {
    await symlink(join('folder', 'own.docx'), join(inbox, 'link.docx'))
    await link(join(inbox, 'folder', 'own.docx'), join(inbox, 'second-name.docx'))
    for (const key of ['folder/own.docx', 'link.docx', 'second-name.docx'])
      expect(await textOf(key)).toBe('own')
    await symlink(inbox, join(root, 'other'))
    inbox = join(root, 'other')
    expect(await textOf('link.docx')).toBe('own')
    expect(await textOf('none.docx')).toBeNull()
    expect(await textOf('folder')).toBeNull()
  })

  test.each([
    ['to a file outside', '../outside/secret.docx'],
    ['to a folder outside', '../outside'],
    ['to a folder inside', 'folder'],
    ['to nothing', 'nothing.docx'],
    ['to itself', 'link.docx'],
    ['to the inbox', '.'],
  ])('a link %s is not followed', async (_, target) => {
    await symlink(target, join(inbox, 'link.docx'))
    await expect(textOf('link.docx')).rejects.toThrow(NotFollowed)
  })

  test('what lies behind a link to a folder outside is not read', async () => {
    await symlink('../outside', join(inbox, 'away'))
    await expect(textOf('away/secret.docx')).rejects.toThrow(NotFollowed)
  })

  test('a link put in its place at any moment is not followed', async () => {
    const path = join(inbox, 'swapped.docx')
    let swapping = true
    const swap = async () => {
      for (let round = 0; swapping; round += 1) {
        const aside = join(root, `aside-${round % 2}`)
        if (round % 2 === 0) await symlink(join(outside, 'secret.docx'), aside)
        else await writeFile(aside, 'own')
        await rename(aside, path)
      }
    }
    const swapped = swap()
    for (let round = 0; round < 500; round += 1) {
      const text = await textOf('swapped.docx').catch(error => {
        expect(error).toBeInstanceOf(NotFollowed)
        return null
      })
      expect(text).not.toBe('secret')
    }
    swapping = false
    await swapped
  })

  test('a folder swapped for a link at any moment leads nowhere', async () => {
    await mkdir(join(outside, 'folder'))
    await writeFile(join(outside, 'folder', 'own.docx'), 'secret')
    let swapping = true
    const swap = async () => {
      while (swapping) {
        await rename(join(inbox, 'folder'), join(root, 'kept'))
        await symlink(join(outside, 'folder'), join(inbox, 'folder'))
        await rm(join(inbox, 'folder'))
        await rename(join(root, 'kept'), join(inbox, 'folder'))
      }
    }
    const swapped = swap()
    for (let round = 0; round < 500; round += 1)
      expect(await textOf('folder/own.docx').catch(() => null)).not.toBe('secret')
    swapping = false
    await swapped
  })
})

test('a file from the page is not put behind a link that leads out', async () => {
  await symlink(outside, join(inbox, 'away'))
  expect(await receive(Readable.from([Buffer.from('new')]), 'away/new.docx', inbox)).toEqual({
    kind: 'no-name',
  })
  expect(await receive(Readable.from([Buffer.from('new')]), 'folder/new.docx', inbox)).toMatchObject({
    kind: 'stored',
  })
})

describe('the service', () => {
  let service: Service | null = null
  afterEach(async () => {
    await service?.close()
    service = null
  })

  test('says of each link that leads out that it is left alone, once, and converts the rest', async () => {
    const outbox = join(root, 'outbox')
    await symlink(join(outside, 'secret.docx'), join(inbox, 'link.docx'))
    await symlink(outside, join(inbox, 'away'))
    await symlink('loop', join(inbox, 'loop'))
    await symlink(inbox, join(inbox, 'round'))
    const said: string[] = []
    const script = new URL('../../support/fake-worker.ts', import.meta.url)
    const say = (line: string) => said.push(line)
    service = await startService({ inbox, outbox, port: 0, say, pool: { script }, stillMs: 50, lookMs: 100 })
    const left = () => said.filter(line => line.includes('没有跟进')).map(line => line.split(' ')[0])
    await until(async () => {
      expect(await readFile(join(outbox, 'events.ndjson'), 'utf8')).toContain('own.docx')
      expect(left().toSorted()).toEqual(['away', 'link.docx', 'loop', 'round'])
    })
    const entries = (await (await fetch(`${service.page}api/reports`)).json()) as {
      key: string
      note?: unknown
    }[]
    expect(entries.find(({ key }) => key === 'link.docx')?.note).toBeDefined()
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(left()).toHaveLength(4)
    const events = await readFile(join(outbox, 'events.ndjson'), 'utf8')
    expect(events.trimEnd().split('\n')).toHaveLength(1)
  })
})
