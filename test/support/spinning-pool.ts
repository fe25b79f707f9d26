import { openPool } from '../../infra/local/pool/pool.ts'

/** A process with a worker that never looks up; the worker writes its process id to the file named. */
const bytes = new TextEncoder().encode(`spin ${process.argv[2]}`)
const pool = openPool({ size: 1, script: new URL('./fake-worker.ts', import.meta.url) })
await pool.convert({ name: 'a.docx', bytes, sha256: '' })
