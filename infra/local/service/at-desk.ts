import type { AtDesk } from '../desk/at-desk.ts'
import type { Desk } from '../desk/desk.ts'
import type { Board } from '../results/board.ts'

export interface AtDeskPorts {
  readonly desk: Desk
  readonly board: Board
}

/** The desk of a running service. */
export const atDeskOf = ({ desk, board }: AtDeskPorts): AtDesk => ({
  desk,
  facts: {
    hasKey: key => board.filedAs(key) !== undefined,
    hasFile: sha256 => board.filed().some(({ result }) => result?.sha256 === sha256),
    hasUnit: () => null,
  },
  act: async (by, asked) => {
    const acts = await desk.act(by, asked)
    board.judgeAgain()
    return { acts }
  },
})
