import type { IncomingMessage, ServerResponse } from 'node:http'
import { send } from './reply.ts'
import { isSame, sessionCookie } from './token.ts'

/** The page that asks for the token, once for a browser. */

export const loginPath = '/login'

const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"

/** Without a referrer a browser sends the form with no origin to speak of, as another site might. */
const saysOrigin = { 'referrer-policy': 'same-origin' }

/** The look of the pages; nothing of theirs is served before the token is there. */
const style = `
:root { color-scheme: light dark; --paper: light-dark(#f6f6f4, #131518); --card: light-dark(#ffffff, #1a1d21);
  --ink: light-dark(#1b1f24, #e6e6e3); --quiet: light-dark(#545b63, #a7aeb6); --edge: light-dark(#c9cac6, #444a52);
  --accent: light-dark(#1f4f8f, #93bbf2); --on-accent: light-dark(#ffffff, #10151b); --bad: light-dark(#b3261e, #ff9389);
  font: 14px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); }
main { width: min(24rem, 100vw - 3rem); padding-bottom: 15vh; }
h1 { font-size: 18px; font-weight: 650; margin: 0; }
p, small { color: var(--quiet); margin: 2px 0 0; font-size: 13px; }
span[lang] { display: block; }
form { margin: 20px 0 16px; }
label { font-weight: 650; }
label span[lang] { display: inline; font-weight: 400; color: var(--quiet); }
input, button { width: 100%; box-sizing: border-box; font: inherit; font-size: 16px; border-radius: 6px; padding: 7px 10px; }
input { margin-top: 6px; border: 1px solid var(--edge); background: var(--card); color: var(--ink); }
input[aria-invalid] { border-color: var(--bad); }
button { margin-top: 12px; border: 0; background: var(--accent); color: var(--on-accent); cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
[role=alert] { color: var(--bad); margin-top: 6px; }
`

const wrong =
  '<p role="alert" id="wrong">口令不对，请再输一次。<span lang="en">Not the right token.</span></p>'

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
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus${isWrong ? ' aria-invalid="true" aria-describedby="wrong"' : ''}>
${isWrong ? wrong : ''}
<button>进入 Enter</button>
</form>
<small>口令由部署这个服务的人给出；登录保持 12 小时。<span lang="en">Whoever runs this service has it; you stay logged in for 12 hours.</span></small>
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
  send(response, { status: 401, type, body, policy, headers: saysOrigin })
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
