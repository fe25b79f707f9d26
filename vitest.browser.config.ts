import { defineConfig } from 'vitest/config'

/** Suites that look at what people look at: a real browser, a real spreadsheet program. Skipped, saying so, without them. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
