import { readFileSync } from 'node:fs'

/** A pattern of the list by the name of its file. */
export const readPattern = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
