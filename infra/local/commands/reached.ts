import { readFileSync } from 'node:fs'
import { UsageError } from '../terminal/usage-error.ts'
import { isLoopback, type Place, thisMachine } from '../web/names.ts'
import { isToken, leastToken } from '../web/token.ts'

/** Options of a service that others reach. The token is none: whoever lists processes sees options. */
export const reachedOptions = {
  host: { type: 'string', default: thisMachine.host },
  'public-url': { type: 'string' },
  'token-file': { type: 'string' },
} as const

export interface ReachedValues {
  readonly host: string
  readonly 'public-url'?: string | undefined
  readonly 'token-file'?: string | undefined
}

const tokenVariable = 'GONGKAI_TOKEN'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new UsageError(
      `--token-file 读不出来 (cannot be read): ${path} (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
    )
  }
}

const tokenOf = (path: string | undefined): string | null => {
  const given = process.env[tokenVariable]
  // Processes that open other people's files are not to have it.
  delete process.env[tokenVariable]
  const token = path === undefined ? given : read(path)
  if (token === undefined) return null
  if (isToken(token)) return token
  const place = path === undefined ? tokenVariable : '--token-file'
  throw new UsageError(
    `${place} 里的口令至少要有 ${leastToken} 个字符，只用英文字母、数字和符号，不能有空格；可以用 openssl rand -hex 32 生成 (a token has at least ${leastToken} characters of ASCII and no space)`,
  )
}

const publicUrlOf = (given: string | undefined): URL | null => {
  if (given === undefined) return null
  const url = URL.parse(given)
  const isPlain =
    url !== null &&
    /^https?:$/u.test(url.protocol) &&
    url.pathname === '/' &&
    [url.search, url.hash, url.username, url.password].every(part => part === '')
  if (isPlain) return url
  throw new UsageError(
    `--public-url 应为不带路径的网址，如 https://gongkai.example.gov.cn (an address without a path, not ${given})`,
  )
}

/** Where the service is reached, and by whom. Throws UsageError for a place that strangers reach and no token. */
export const reachedBy = (
  command: string,
  { host, 'public-url': publicUrl, 'token-file': tokenFile }: ReachedValues,
): { readonly place: Place; readonly token: string | null } => {
  const place = { host, publicUrl: publicUrlOf(publicUrl) }
  const token = tokenOf(tokenFile)
  if (token === null && !(isLoopback(host) && place.publicUrl === null))
    throw new UsageError(
      `${command}: 让别的机器访问，必须有口令：请用 --token-file 给出文件，或设环境变量 ${tokenVariable} (a service that other machines reach needs a token: --token-file, or ${tokenVariable} in the environment)`,
    )
  return { place, token }
}
