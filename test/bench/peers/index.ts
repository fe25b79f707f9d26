import { beside, command, libreOffice, pandoc, peersFolder, python, type Ready } from './commands.ts'

/** What a user would pick instead. `does` says what its time buys, so that a ratio is not read as more than it is. */
export interface Peer {
  readonly name: string
  readonly does: string
  /** Times as fast gongkai is to be on a batch. */
  readonly target: number | null
  readonly find: () => Ready | null
  readonly install: string
}

const pip = (environment: string, packages: string): string =>
  `python3 -m venv ${peersFolder}/${environment} && ${peersFolder}/${environment}/bin/pip install ${packages}`

export const peers: readonly Peer[] = [
  {
    name: 'mammoth alone',
    does: 'HTML; one process',
    target: null,
    find: () => ({
      version: 'mammoth of package.json',
      run: (files, out) => command(process.execPath, [beside('../mammoth-batch.ts'), out, ...files]),
    }),
    install: 'npm ci',
  },
  {
    name: 'python-docx + openpyxl',
    does: 'the tables to a bare workbook; one process',
    target: 6,
    find: () => python('python-docx', ['python-docx', 'openpyxl'], 'word_to_workbook.py'),
    install: pip('python-docx', 'python-docx openpyxl'),
  },
  {
    name: 'pandoc',
    does: 'HTML; one process per file',
    target: 4,
    find: pandoc,
    install: 'apt-get install pandoc',
  },
  {
    name: 'LibreOffice',
    does: 'HTML; one headless batch',
    target: 15,
    find: libreOffice,
    install: 'apt-get install libreoffice-writer-nogui',
  },
  {
    name: 'markitdown',
    does: 'Markdown; one process',
    target: null,
    find: () => python('markitdown', ['markitdown'], 'markitdown_batch.py'),
    install: pip('markitdown', "'markitdown[docx]'"),
  },
  {
    name: 'docling',
    does: 'JSON; one process',
    target: null,
    find: () => python('docling', ['docling'], 'docling_batch.py'),
    install: pip('docling', 'docling'),
  },
]
