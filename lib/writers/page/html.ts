const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text of a document as HTML text or attribute value; nothing in it is markup. Controls that HTML forbids go out. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[&<>"']/g, char => escapes[char]!)

/** The same with line breaks shown. */
export const linesHtml = (text: string): string => escapeHtml(text).replace(/\r\n?|\n/g, '<br>')

/** Chinese first, English small beside it, with the space between: where English is hidden, so is that. */
export const bothHtml = (zh: string, en: string): string =>
  `${escapeHtml(zh)}<small lang="en"> ${escapeHtml(en)}</small>`

/** A link to a file that lies beside the page, whatever its name holds. */
export const besideHref = (name: string): string => `./${encodeURIComponent(name.toWellFormed())}`
