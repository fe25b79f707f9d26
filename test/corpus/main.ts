import { parseArgs } from 'node:util'
import { runCorpus } from './run.ts'
import { sets } from './sets.ts'

/**
 * `npm run corpus [-- --accept]`: reads and judges every report at hand and prints whose figures, findings or verdict
 * are not as `record/` says. Ends with status 1 where something changed, until `--accept` has written the new record:
 * it is committed with the change that explains it.
 */
const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } })
const record = new URL('record/', import.meta.url)
const changed = await runCorpus({ sets, record, accept: values.accept, print: line => console.log(line) })
if (changed > 0 && !values.accept) {
  console.log('若这些变化是有意的：npm run corpus -- --accept，并与改动一起提交。')
  console.log('Where this is meant: npm run corpus -- --accept, and commit the record with the change.')
  process.exitCode = 1
}
if (changed > 0 && values.accept) console.log('record/ 已更新 renewed: read its diff before you commit.')
