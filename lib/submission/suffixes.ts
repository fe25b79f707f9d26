/** Endings of uploads that the service on AWS looks at: what is read, and what is refused with advice. */
export const suffixes: readonly string[] = [
  ...['.docx', '.docm', '.dotx', '.doc', '.dot', '.wps', '.wpt', '.odt', '.ott', '.rtf', '.pdf'],
  ...['.html', '.htm', '.mht', '.mhtml', '.xml', '.md', '.markdown', '.txt'],
  ...['.xls', '.xlsx', '.xlsm', '.et', '.zip'],
  ...['.ofd', '.pages', '.uot', '.uof', '.rar', '.7z', '.csv'],
  ...['.jpg', '.jpeg', '.png', '.tif', '.tiff', '.bmp', '.webp', '.heic'],
]
