import { readFileSync } from 'node:fs'
import { whyOf } from '../terminal/system-error.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { isLoopback, type Place } from '../web/names.ts'
import { isToken, leastToken } from '../web/token.ts'

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
    const why = whyOf((error as NodeJS.ErrnoException).code ?? '')
    throw new UsageError({
      zh: `--token-file 读不出来：${path}：${why.zh}。`,
      en: `--token-file cannot be read: ${path}: ${why.en}.`,
    })
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
  throw new UsageError({
    zh: `${place} 里的口令至少要有 ${leastToken} 个字符，只用英文字母、数字和符号，不能有空格；可以用 openssl rand -hex 32 生成。`,
    en: `The token in ${place} needs at least ${leastToken} characters of ASCII and no space; openssl rand -hex 32 makes one.`,
  })
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
  throw new UsageError({
    zh: `--public-url 应为不带路径的网址，如 https://gongkai.example.gov.cn，不能是“${given}”。`,
    en: `--public-url is an address without a path, such as https://gongkai.example.gov.cn, not "${given}".`,
  })
}

/** Where the service is reached, and by whom. Throws UsageError for a place that strangers reach and no token. */
export const reachedBy = ({
  host,
  'public-url': publicUrl,
  'token-file': tokenFile,
}: ReachedValues): { readonly place: Place; readonly token: string | null } => {
  const place = { host, publicUrl: publicUrlOf(publicUrl) }
  const token = tokenOf(tokenFile)
  if (token === null && !(isLoopback(host) && place.publicUrl === null))
    throw new UsageError({
      zh: `让别的机器访问，必须有口令：请用 --token-file 给出文件，或设环境变量 ${tokenVariable}。`,
      en: `A service that other machines reach needs a token: --token-file, or ${tokenVariable} in the environment.`,
    })
  return { place, token }
}
