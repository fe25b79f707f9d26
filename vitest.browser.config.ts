import { defineConfig } from 'vitest/config'

/** Suites that look at what people look at: a real browser, a real spreadsheet program. Skipped, saying so, without them. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a browser shows in the end, however busy the machine is.
    expect: { poll: { timeout: 15_000 } },
    fileParallelism: false,
  },
})
