import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/aws/**',
      'test/browser/**',
      'test/long/**',
      'test/tools/**',
      'test/trino/**',
      'test/hostile/hostile.test.ts',
      'node_modules/**',
    ],
    // For machines that do ten things at once.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
