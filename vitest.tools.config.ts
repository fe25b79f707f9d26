import { defineConfig } from 'vitest/config'

/** Reports as other people's tools flatten them: needs Python, and asks pip for the tools. */
export default defineConfig({ test: { include: ['test/tools/**/*.test.ts'], testTimeout: 600_000 } })
