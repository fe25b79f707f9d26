/** Endings of uploads that the service on AWS looks at: what is read, and what is refused with advice. */
export const suffixes: readonly string[] = [
  ...['.docx', '.docm', '.doc', '.wps', '.odt', '.rtf', '.pdf', '.ofd'],
  ...['.html', '.htm', '.mht', '.mhtml', '.xml', '.md', '.markdown', '.txt'],
  ...['.xls', '.xlsx', '.et', '.zip', '.rar', '.7z'],
  ...['.jpg', '.jpeg', '.png', '.tif', '.tiff', '.bmp'],
]
