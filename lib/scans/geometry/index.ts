export { inkOf, lineAt } from './ink/index.ts'
export { straighten } from './straighten.ts'
export { turned } from './turned.ts'
