import { enableCompileCache } from 'node:module'
import { serve } from './serve.ts'

enableCompileCache()
serve({
  convert: async () => (await import('../../../lib/convert-scan.ts')).convertScans(),
  look: async () => (await import('./look.ts')).look,
})
