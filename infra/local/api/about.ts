import { checks } from '../../../lib/checks/index.ts'
import { build } from '../../../lib/model/build.ts'
import { converter } from '../../../lib/model/version.ts'
import { send, sendJson } from '../web/reply.ts'
import type { ChecksAnswer, HealthAnswer, VersionAnswer } from './contract.ts'
import type { Operation } from './operation.ts'
import { textType } from './prometheus.ts'

/** The interface itself: what runs, how it is, and what it goes by. */

export const listChecks: Operation = {
  id: 'listChecks',
  method: 'GET',
  at: '/api/v1/checks',
  query: [],
  answer: ({ response }) => {
    const answer: ChecksAnswer = {
      checks: checks.map(({ id, severity, editions, title, explanation, formula, source }) => ({
        ...{ id, severity, editions: [...editions], title, explanation, formula: formula ?? null, source },
      })),
    }
    sendJson(response, answer)
  },
}

/** Asked without a token too: whatever watches the service needs none, and learns nothing of any report. */
export const getHealth: Operation = {
  id: 'getHealth',
  method: 'GET',
  at: '/api/v1/health',
  query: [],
  answer: ({ response, site, stopping }) => {
    const status = stopping.aborted ? 'stopping' : site.held?.() ? 'held' : 'ok'
    const waiting = site.board.entries().filter(({ state }) => state === 'waiting' || state === 'stuck')
    const answer: HealthAnswer = { status, waiting: waiting.length }
    sendJson(response, answer, status === 'ok' ? 200 : 503)
  },
}

export const getVersion: Operation = {
  id: 'getVersion',
  method: 'GET',
  at: '/api/v1/version',
  query: [],
  answer: ({ response }) => {
    const answer: VersionAnswer = { ...converter, build: build.build, api: 'v1' }
    sendJson(response, answer)
  },
}

/** The document that describes all this. */
export const getOpenApi: Operation = {
  id: 'getOpenApi',
  method: 'GET',
  at: '/openapi.json',
  query: [],
  answer: async ({ response }) => {
    const { default: document } = await import('./openapi/openapi.json', { with: { type: 'json' } })
    sendJson(response, document)
  },
}

export const getMetrics: Operation = {
  id: 'getMetrics',
  method: 'GET',
  at: '/metrics',
  query: [],
  answer: ({ response, metrics }) => send(response, { type: textType, body: metrics.text() }),
}
