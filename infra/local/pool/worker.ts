import { enableCompileCache } from 'node:module'
import { serve } from './serve.ts'

// A fresh process spends more time on compiling than on its first report; each process has to ask for itself.
enableCompileCache()
serve({
  convert: async () => (await import('../../../lib/convert.ts')).convert,
  look: async () => (await import('./look.ts')).look,
})
