import { bundleLocal } from './bundle-local.ts'
import { declareLibrary } from './declare.ts'

await bundleLocal()
declareLibrary()
