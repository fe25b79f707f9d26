/** A text without its white space. */
export const compact = (text: string): string => text.replace(/\s+/gu, '')
