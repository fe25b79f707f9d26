/** What the parser asks for by name and file name. */
interface Wanted {
  readonly kind: string
  readonly filename: string
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'))

/**
 * Hands the parser the character maps of simplified Chinese (Adobe-GB1), which older PDFs name and do not contain;
 * nothing else. Fonts for drawing, colour profiles and WebAssembly are never needed. A class because pdf.js makes one.
 */
export class BinaryData {
  async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
    const name = filename.replace(/\.bcmap$/u, '')
    const { default: file } = await import('./character-maps.json', { with: { type: 'json' } })
    const maps: Readonly<Record<string, string>> = file.maps
    const map = kind === 'cMapUrl' && Object.hasOwn(maps, name) ? maps[name] : undefined
    if (map === undefined) throw new Error(`not provided: ${filename}`)
    return bytesOf(map)
  }
}
