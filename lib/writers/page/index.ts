export { withWaysBack } from './top.ts'
export { writePage } from './write-page.ts'
