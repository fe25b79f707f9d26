import { configDefaults, defineConfig } from 'vitest/config'

const elsewhere = [
  'test/aws/**',
  'test/browser/**',
  'test/long/**',
  'test/tools/**',
  'test/trino/**',
  'test/hostile/hostile.test.ts',
]

/** Those of `lib/` that put something else in the place of a module. */
const replacing = ['test/lib/pictures.test.ts', 'test/lib/forms/new-edition.test.ts']

const common = {
  // For machines that do ten things at once.
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  test: {
    // By itself it would leave one core of two idle.
    maxWorkers: '100%',
    projects: [
      // Nothing in `lib/` has a state that one test could leave to the next: its modules are loaded once.
      {
        test: {
          ...common,
          name: 'lib',
          include: ['test/lib/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...replacing],
          isolate: false,
        },
      },
      {
        test: {
          ...common,
          name: 'around',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...elsewhere, 'test/lib/**'],
        },
      },
      { test: { ...common, name: 'replacing', include: replacing } },
    ],
  },
})
