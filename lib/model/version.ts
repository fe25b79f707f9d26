import manifest from '../../package.json' with { type: 'json' }

/** The version of the converter, as every output and receipt names it. */
export const version: string = manifest.version
