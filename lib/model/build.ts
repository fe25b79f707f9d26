/** Which bundle runs, and of when: `build` has 12 hex digits, `builtAt` is ISO time. */
export interface Build {
  readonly build: string
  readonly builtAt: string
}

/** Of sources that nobody bundled. In a bundle the file beside it says so instead (infra/bundle/this-build.ts). */
export const build: Build = { build: 'source', builtAt: '1970-01-01T00:00:00.000Z' }
