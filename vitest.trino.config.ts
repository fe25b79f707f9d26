import { defineConfig } from 'vitest/config'

/** The statements of the season on Trino, which Athena is built on: needs JDK 25 and Maven, and asks Maven for Trino. */
export default defineConfig({ test: { include: ['test/trino/**/*.test.ts'], testTimeout: 300_000 } })
