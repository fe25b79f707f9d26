import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { SeasonJson } from '../../../lib/series/season-contract.ts'
import { inventedReport, rosterText, twoYears, units } from '../../support/invented-season.ts'
import { type Running, runGongkai, startGongkai } from '../../support/run-gongkai.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

/** The service as a clerk starts it, with the converter and the engine. */

const years = twoYears('service')

let running: Running | null = null
afterEach(() => {
  running?.child.kill('SIGKILL')
})

const started = async () => {
  const root = await temporaryFolder()
  await mkdir(join(root, 'inbox'))
  await writeFile(join(root, '名册.csv'), rosterText())
  const put = (name: string, html: string) => writeFile(join(root, 'inbox', name), html)
  await put('甲2023.html', inventedReport(units.u1, 2023, years.u1[0]))
  await put('甲2024.html', inventedReport(units.u1, 2024, years.u1[1]))
  running = startGongkai(['start', '--port', '0'], root)
  const seasonOf = async (year: number): Promise<SeasonJson> => {
    const current = JSON.parse(await readFile(join(root, 'season', 'current.json'), 'utf8'))
    return JSON.parse(await readFile(join(root, 'season', current.seasons[year], 'season.json'), 'utf8'))
  }
  return { root, put, seasonOf }
}

test('the season of every year at hand is there some moments after the reports, and goes on with them', async () => {
  const { root, put, seasonOf } = await started()
  await until(async () => expect((await seasonOf(2023)).counts).toMatchObject({ expected: 5, reported: 1 }))
  expect((await seasonOf(2024)).counts).toMatchObject({ expected: 5, reported: 1 })
  expect(running!.stdout()).toMatch(/年报季 2024：应报 5，已报 1，未报 4/u)
  const older = (await seasonOf(2023)).files
  await put('乙2024.html', inventedReport(units.u2, 2024, years.u2[1]))
  await until(async () => expect((await seasonOf(2024)).counts.reported).toBe(2))
  expect((await seasonOf(2023)).files).toEqual(older)
  // What the command makes of the same is the same.
  const { asOf } = await seasonOf(2024)
  const args = ['season', '--year', '2024', '--roster', '名册.csv', '--as-of', asOf, '--out', 'by-hand']
  await runGongkai(args, root)
  const [byHand] = (await readdir(join(root, 'by-hand'))).filter(name => name.startsWith('2024-'))
  expect(await readFile(join(root, 'by-hand', byHand!, 'season.json'), 'utf8')).toBe(
    await readFile(join(root, 'season', byHand!, 'season.json'), 'utf8'),
  )
})

test('asked to stop while a season is being made it stops, and the folder is free', async () => {
  const { root } = await started()
  await until(async () => expect(await readdir(join(root, 'season'))).not.toEqual([]))
  running!.child.kill('SIGTERM')
  const { code, stderr } = await running!.ended
  expect([code, stderr]).toEqual([0, ''])
  const args = ['season', '--year', '2024', '--roster', '名册.csv']
  expect((await runGongkai(args, root)).stdout).toContain('已报 1')
})
