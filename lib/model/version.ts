import manifest from '../../package.json' with { type: 'json' }

/** The converter, as every output, receipt and event names it. */
export const converter = { name: 'gongkai', version: manifest.version } as const
