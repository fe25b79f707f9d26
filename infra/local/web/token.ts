import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Of a secret that nobody guesses, by whatever means it was made. */
export const leastToken = 32

/** Such a one can stand in a header. */
export const isToken = (text: string): boolean => /^[\x21-\x7e]+$/u.test(text) && text.length >= leastToken

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** How long it takes tells nothing of how much was right. */
export const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

const cookieName = 'gongkai'
const sessionMs = 12 * 60 * 60 * 1000

/** What a browser keeps in place of the token: it ends by itself, and with the token. */
const sessionUntil = (token: string, until: number): string =>
  `${until}.${createHmac('sha256', token).update(`session ${until}`).digest('hex')}`

/** The header that gives a browser its session. `isSecure`: it goes over TLS alone. */
export const sessionCookie = (token: string, now: number, isSecure: boolean): string =>
  [
    `${cookieName}=${sessionUntil(token, now + sessionMs)}`,
    ...['Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${sessionMs / 1000}`],
    ...(isSecure ? ['Secure'] : []),
  ].join('; ')

const isSession = (session: string, token: string, now: number): boolean => {
  const until = Number(session.split('.', 1)[0])
  return Number.isSafeInteger(until) && until > now && isSame(session, sessionUntil(token, until))
}

const cookiesOf = (header: string): readonly string[] =>
  header.split(';').flatMap(part => {
    const [name = '', value = ''] = part.trim().split('=', 2)
    return name === cookieName ? [value] : []
  })

/** Whether a request has the token, or a session that was given for it. */
export const isLetIn = (headers: IncomingHttpHeaders, token: string, now: number): boolean => {
  const bearer = /^Bearer +(\S+)$/iu.exec(headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return isSame(bearer, token)
  return cookiesOf(headers.cookie ?? '').some(session => isSession(session, token, now))
}
