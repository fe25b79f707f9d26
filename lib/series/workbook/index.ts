export { seasonWorkbook } from './season-workbook.ts'
