import { bundleLocal } from './bundle.ts'

await bundleLocal()
