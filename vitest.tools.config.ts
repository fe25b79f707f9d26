import { defineConfig } from 'vitest/config'

/** What other people's tools make of our files, and we of theirs: needs Python, and asks pip for the tools. */
export default defineConfig({
  test: {
    include: ['test/tools/**/*.test.ts'],
    globalSetup: ['test/tools/install-first.ts'],
    testTimeout: 600_000,
  },
})
