import { withWaysBack } from '../../../../lib/writers/page/index.ts'
import type { Board } from '../../results/board.ts'

/** A page of a result as it is served: with the way to the list, and beside the original where it is the one that counts. */
export const withWayBack = (page: Uint8Array, output: string, board: Pick<Board, 'entries'>): string => {
  const entry = board.entries().find(({ result }) => Object.values(result?.files ?? {}).includes(output))
  return withWaysBack(new TextDecoder().decode(page), [
    { href: '/', zh: '返回报告列表', en: 'Back to the list' },
    ...(entry
      ? [{ href: `/report?key=${encodeURIComponent(entry.key)}`, zh: '对照原件', en: 'Beside the original' }]
      : []),
  ])
}
