import { bundleLocal } from './bundle-local.ts'

await bundleLocal()
