import type { SeasonEvent } from '../../events/types.ts'
import type { PublishFailure, Store } from '../../lib/submission/ports.ts'
import type { Engine } from '../season/engine.ts'
import type { writeSeasonFiles } from '../season/write-season.ts'

/** What segments are made with. */
export interface GatherPorts {
  readonly outputs: Store
  readonly outputsBucket: string
  /** What the keys of all uploads begin with, which is no folder of anybody's. */
  readonly uploadPrefix: string
  /** A folder of this process alone, which may be emptied between two runs. */
  readonly scratch: string
  readonly openEngine: () => Promise<Engine>
}

/** What a season is made with. */
export interface YearPorts extends GatherPorts {
  /** Writes a file that may be too large to be held. */
  readonly putFile: (key: string, path: string) => Promise<void>
  readonly bus: { readonly publish: (events: readonly SeasonEvent[]) => Promise<readonly PublishFailure[]> }
  /** Writes the files of a season into an empty folder. Throws DamagedSegment. */
  readonly writeFiles: typeof writeSeasonFiles
  readonly now: () => Date
  /** Whether there is time for more of what can be taken up again later. */
  readonly goesOn: () => boolean
}
