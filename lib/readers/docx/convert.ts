import type { Written } from './slim/write.ts'

const open = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
const close = '</w:body></w:document>'

const headingStyles = (levels: readonly number[]): string =>
  `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${levels
    .map(
      level =>
        `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
    )
    .join('')}</w:styles>`

/**
 * mammoth takes an opened package in place of a zip (`file`, not in its types): packing the slimmed part only
 * to have JSZip unpack it again costs as much as the whole of our own pass.
 */
const packageOf = (parts: ReadonlyMap<string, string>) => ({
  file: {
    exists: (name: string) => parts.has(name),
    read: (name: string) => Promise.resolve(parts.get(name)),
  },
})

/** Runs mammoth over a slimmed document: its HTML, and what it says it could not carry. */
export const toHtml = async ({ xml, levels }: Written): Promise<{ html: string; messages: string[] }> => {
  const { default: mammoth } = await import('mammoth')
  const parts = new Map([['word/document.xml', open + xml + close]])
  if (levels.length > 0) parts.set('word/styles.xml', headingStyles(levels))
  const input = packageOf(parts) as unknown as Parameters<typeof mammoth.convertToHtml>[0]
  const result = await mammoth.convertToHtml(input, {
    styleMap: levels.map(level => `p.Heading${level} => h${level}:fresh`),
    includeDefaultStyleMap: false,
    includeEmbeddedStyleMap: false,
  })
  return { html: result.value, messages: result.messages.map(({ message }) => message) }
}
