import type { IncomingMessage, ServerResponse } from 'node:http'
import { send } from './reply.ts'
import { isSame, sessionCookie } from './token.ts'

/** The page that asks for the token, once for a browser. */

export const loginPath = '/login'

const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"

const style = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
main { width: min(24rem, 100vw - 3rem); }
h1 { font-size: 1.25rem; margin: 0; }
p { margin: .25rem 0 1.25rem; color: GrayText; }
label { display: block; margin-bottom: .25rem; }
input { width: 100%; box-sizing: border-box; font: inherit; padding: .5rem .625rem; }
button { margin-top: 1rem; width: 100%; font: inherit; padding: .5rem; cursor: pointer; }
[role=alert] { color: light-dark(#a4161a, #ff9a9a); margin: .5rem 0 0; }
small { display: block; margin-top: 1.25rem; color: GrayText; }
`

const wrong = '<p role="alert">口令不对，请再输一次。 <span lang="en">Not the right token.</span></p>'

const page = (isWrong: boolean): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>gongkai 公开：请输入口令</title>
<style>${style}</style>
<main>
<h1>政府信息公开工作年度报告：转换与核对</h1>
<p lang="en">gongkai: annual reports into checked data</p>
<form method="post" action="${loginPath}">
<label for="token">访问口令 <span lang="en">Token</span></label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus${isWrong ? ' aria-invalid="true"' : ''}>
${isWrong ? wrong : ''}
<button>进入 <span lang="en">Enter</span></button>
</form>
<small>口令由部署这个服务的人给出；登录保持 12 小时。 <span lang="en">Whoever runs this service has it; you stay logged in for 12 hours.</span></small>
</main>
</html>
`

/** Says that the token is missing: to a person by the page, to a script of ours by a word. */
export const askForToken = (
  { headers }: IncomingMessage,
  response: ServerResponse,
  isWrong = false,
): void => {
  const isPerson = (headers.accept ?? '').includes('text/html')
  const type = isPerson ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8'
  const body = isPerson ? page(isWrong) : '需要口令 (token needed)\n'
  send(response, { status: 401, type, body, policy })
}

/** In bytes. */
const mostForm = 4096

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > mostForm) return new URLSearchParams()
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/** `POST /login`: gives the browser a session for the token, and leads to the first page. */
export const login = async (
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  isSecure: boolean,
): Promise<void> => {
  const given = (await formOf(request)).get('token')?.trim() ?? ''
  if (!isSame(given, token)) return askForToken(request, response, true)
  response.writeHead(303, {
    ...{ location: '/', 'set-cookie': sessionCookie(token, Date.now(), isSecure) },
    'cache-control': 'no-store',
  })
  response.end()
}
