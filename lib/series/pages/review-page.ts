import { runPrefix, versionPrefix } from '../../submission/keys.ts'
import { outputNames } from '../../writers/output-names.ts'
import type { Row } from '../column.ts'
import { textAt } from './values.ts'

/** Where the review page of a report lies below the folder of results, as a link; null where the row does not say. */
export const reviewPageBelow =
  (results: string) =>
  (row: Row): string | null => {
    const [key, version, name] = ['key', 'version', 'file_name'].map(column => textAt(row, column))
    if (!key || !version || !name) return null
    const run = textAt(row, 'run')
    const folder = run === null ? versionPrefix({ key, version }) : runPrefix({ key, version }, run)
    const path = `${folder}/${outputNames(name).page}`.toWellFormed()
    return `${results}/${path.split('/').map(encodeURIComponent).join('/')}`
  }
