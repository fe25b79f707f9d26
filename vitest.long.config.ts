import { defineConfig } from 'vitest/config'

/** Suites of thousands of mutants: too long for every save, run by CI. */
export default defineConfig({
  test: { include: ['test/long/**/*.test.ts'], testTimeout: 600_000 },
})
