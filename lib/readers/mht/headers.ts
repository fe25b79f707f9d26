/** The header lines of a message or of a part of one. */
export interface Headers {
  /** The value of a field, lower case apart from its parameters; empty where there is none. */
  readonly value: (name: string) => string
  /** A parameter of a field, such as the boundary of a content type. */
  readonly parameter: (name: string, parameter: string) => string | undefined
}

/** Reads header lines (RFC 2045, 5.1; RFC 5322, 2.2.3): lines that begin with white space continue the one before. */
export const parseHeaders = (text: string): Headers => {
  const fields = new Map<string, string>()
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon < 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  const field = (name: string): string => fields.get(name) ?? ''
  return {
    value: name => field(name).split(';')[0]!.trim().toLowerCase(),
    parameter: (name, parameter) => {
      const found = new RegExp(`;\\s*${parameter}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'i').exec(field(name))
      return found?.[1] ?? found?.[2]
    },
  }
}
