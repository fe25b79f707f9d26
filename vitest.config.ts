import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/aws/**',
      'test/browser/**',
      'test/long/**',
      'test/hostile/hostile.test.ts',
      'node_modules/**',
    ],
    testTimeout: 30_000,
  },
})
