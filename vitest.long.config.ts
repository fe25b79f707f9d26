import { defineConfig } from 'vitest/config'

/** Suites of thousands of mutants, and hostile files each in a process of its own: too long for every save, run by CI. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts', 'test/hostile/hostile.test.ts'],
    maxWorkers: '100%',
    testTimeout: 600_000,
  },
})
