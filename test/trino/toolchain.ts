import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
const pom = fileURLToPath(new URL('runner/pom.xml', import.meta.url))

/** What Trino of this release runs on. */
const leastJava = 24

/** A JVM and what Trino is made of, or why they are not to be had here. */
export type Toolchain = { readonly java: string; readonly classpath: string } | { readonly missing: string }

const homes = (): readonly string[] => {
  const below = '/usr/lib/jvm'
  const named = [process.env['JAVA_HOME'], process.env['JDK_HOME']].filter(home => home !== undefined)
  return [...named, ...(existsSync(below) ? readdirSync(below).map(name => join(below, name)) : [])]
}

const releaseOf = async (home: string): Promise<number> => {
  try {
    const release = await readFile(join(home, 'release'), 'utf8')
    return Number(/^JAVA_VERSION="(\d+)/mu.exec(release)?.[1] ?? 0)
  } catch {
    return 0
  }
}

const jdkHome = async (): Promise<string | null> => {
  for (const home of homes())
    if ((await releaseOf(home)) >= leastJava && existsSync(join(home, 'bin', 'javac'))) return home
  return null
}

/** Maven keeps what it fetched in its own folder, for all projects of this machine. */
const fetched = async (home: string): Promise<string> => {
  await mkdir(cache, { recursive: true })
  const list = join(cache, 'trino-classpath.txt')
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath'
  await run(
    'mvn',
    ['-B', '-q', '-f', pom, goal, `-Dmdep.outputFile=${list}`, '-Dmdep.includeScope=runtime'],
    {
      env: { ...process.env, JAVA_HOME: home },
      timeout: 240_000,
    },
  )
  return (await readFile(list, 'utf8')).trim()
}

const firstLine = (text: string): string => text.split('\n').find(line => line.trim() !== '') ?? ''

export const findToolchain = async (): Promise<Toolchain> => {
  const home = await jdkHome()
  if (home === null) return { missing: `no JDK of ${leastJava} or above below JAVA_HOME or /usr/lib/jvm` }
  try {
    const classpath = await fetched(home)
    const lacking = classpath.split(delimiter).filter(path => !existsSync(path))
    if (lacking.length > 0) return { missing: `Maven names files that are not there: ${lacking[0]}` }
    return { java: join(home, 'bin', 'java'), classpath }
  } catch (error) {
    const { stdout = '', message } = error as Error & { stdout?: string }
    return { missing: `Maven did not bring Trino: ${firstLine(stdout) || firstLine(message)}` }
  }
}
