// Runs in a root that holds nothing but the folder and the libraries of the system, and tells what it saw as JSON.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const [part, folder, moved] = process.argv.slice(2)
const waitingMs = 90_000

const until = async look => {
  const end = Date.now() + waitingMs
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (Date.now() > end) throw new Error(`waited in vain: ${look}`)
    await wait(100)
  }
}

const gongkai = (...args) => {
  const [node, program] = [join(folder, 'app/node'), join(folder, 'app/gongkai.mjs')]
  const { status, stdout, stderr } = spawnSync(node, [program, ...args], { cwd: '/work', encoding: 'utf8' })
  return { status, stdout, stderr }
}

const start = at => {
  const child = spawn(join(at, 'app/node'), [join(at, 'app/start.mjs'), '--port', '0'], { cwd: '/' })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', part => {
      text += part
    })
  const ended = new Promise(resolve => child.on('close', code => resolve(code)))
  const page = () => until(() => /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0])
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { page, stop, ended, text: () => text }
}

const events = data => {
  const file = join(data, '结果夹/events.ndjson')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map(JSON.parse) : []
}

const whole = async () => {
  const data = join(folder, '数据')
  const seen = { version: gongkai('--version') }
  const service = start(folder)
  seen.page = await fetch(await service.page()).then(async reply => [reply.status, await reply.text()])
  await until(() => events(data).length === 3)
  writeFileSync(join(data, '收件夹/投入.html'), readFileSync('/work/report.html'))
  seen.dropped = await until(() => events(data)[3])
  writeFileSync(join(data, '名册.csv'), readFileSync('/work/roster.csv'))
  seen.season = await until(() => existsSync(join(data, '年报季/current.json')))
  const twice = start(folder)
  seen.twice = [await twice.ended, twice.text()]
  seen.stopped = await service.stop()

  seen.valid = gongkai(
    'convert',
    join(folder, 'app/samples', seen.page && first('示例一')),
    '--out',
    '/work/一',
  )
  seen.invalid = gongkai('convert', join(folder, 'app/samples'), '--out', '/work/三')
  seen.results = readdirSync('/work/三')
  seen.wrong = gongkai('convert', '/work/没有', '--out', '/work/四')
  const from = ['--from', join(data, '结果夹'), '--roster', '/work/roster.csv', '--out', '/work/season']
  seen.command = gongkai('season', '--year', '2024', ...from)
  seen.query = gongkai(
    'query',
    'SELECT count(*) AS n FROM reports',
    '--season',
    '/work/season',
    '--format',
    'csv',
  )

  mkdirSync(moved)
  const there = join(moved, 'gongkai')
  renameSync(folder, there)
  const again = start(there)
  await again.page()
  writeFileSync(join(there, '数据/收件夹/又一份.html'), readFileSync('/work/other.html'))
  await until(() => events(join(there, '数据'))[4])
  seen.again = [await again.stop(), events(join(there, '数据')).length]
  return seen
}

const first = start => readdirSync(join(folder, 'app/samples')).find(name => name.startsWith(start))

/** Nothing may be written where the program lies. */
const readOnly = async () => {
  const service = start(folder)
  await service.page()
  await until(() => events('/home/clerk/Documents/gongkai/数据').length === 3)
  return { text: service.text(), stopped: await service.stop(), left: readdirSync(folder) }
}

process.stdout.write(JSON.stringify(await (part === 'whole' ? whole() : readOnly())))
