// Runs in a process of its own: converts the file given once, and says how long that took since the process began
// and the most memory it held.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { convert } from '../../lib/convert.ts'
import { peakMegabytesOf } from './machine.ts'

const [, , file] = process.argv
const loaded = performance.now()
await convert({ name: basename(file!), bytes: readFileSync(file!), sha256: '0'.repeat(64) })
const done = performance.now()
console.log(JSON.stringify({ loaded, done, peak: peakMegabytesOf('self') }))
