import type { Message } from '../../../../lib/model/message.ts'
import type { DrawnPage, DrawnPlace, NoPicture, PagePlace, ShownPage } from '../../../../lib/model/picture.ts'
import { Problem } from '../../../../lib/model/problems.ts'
import type { OriginalPages } from '../../../../lib/original-pages.ts'
import { bytesOf } from '../../../../lib/submission/archive.ts'
import { sha256 } from '../../disk/sha256.ts'
import { fileUpload } from '../../inbox/file-upload.ts'
import { WorkerEnded } from '../../pool/failures.ts'
import type { Pool } from '../../pool/pool.ts'

/** A file as it lies in the inbox, or in an archive there. */
export interface Original {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** What there is to see of a file. No pages: it is of a format without them, and what was read of it is shown. */
export interface Pages extends OriginalPages {
  readonly sha256: string
}

/** The originals of what is listed, and their pages as pictures. */
export interface Originals {
  /** Null where it is not there any more, or is no file that may be read. */
  readonly file: (key: string) => Promise<Original | null>
  /** With the places of words that findings quote. Null as above. */
  readonly pages: (
    key: string,
    told: Told & { readonly quotes: readonly string[] },
  ) => Promise<Pages | { readonly problem: Message } | null>
  /** Null as above, and where other bytes than those meant lie there now. */
  readonly page: (
    key: string,
    wanted: PageWanted,
  ) => Promise<DrawnPage | { readonly without: 'personal' } | null>
  /** Places of a scan, each answered in its turn. Null as above. */
  readonly places: (
    key: string,
    sha256: string,
    places: readonly PagePlace[],
  ) => Promise<readonly DrawnPlace[] | null>
}

/** What its report tells of a file. */
export interface Told {
  /** A number of a person was read. Where it stands on a scan is not known here: no page of it is shown then. */
  readonly personal: boolean
}

export interface PageWanted extends Told {
  /** Of the bytes that are meant. */
  readonly sha256: string
  readonly page: number
  readonly scale: number
}

/** Files whose pages are known at once: as many as a person goes to and fro between. */
const mostKnown = 50

/** Lists of places whose pictures are kept: those of a few scans. */
const mostPlaces = 20

/** One after another, so that no page keeps reports from being converted; what is asked for twice is made once. */
const oneByOne = () => {
  const underWay = new Map<string, Promise<unknown>>()
  let last: Promise<unknown> = Promise.resolve()
  return <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const known = underWay.get(name) as Promise<T> | undefined
    if (known) return known
    const done = last.then(run).finally(() => underWay.delete(name))
    last = done.catch(() => undefined)
    underWay.set(name, done)
    return done
  }
}

const nameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

const failed: NoPicture = 'failed'

const none: OriginalPages = { pages: [], quotes: [] }

/** Pages of a scan are not shown where they would show a number of a person: where it stands is not known. */
const shownOf = ({ pages, scan, ...rest }: OriginalPages, { personal }: Told): OriginalPages => ({
  ...rest,
  ...(scan ? { scan } : {}),
  pages: scan && personal ? pages.map(page => ({ ...page, without: 'personal' })) : pages,
})

const problemOf = (error: unknown): Message => {
  if (error instanceof Problem) return error.sentence
  if (error instanceof WorkerEnded) return error.failure.sentence
  throw error
}

export const openOriginals = ({
  inbox,
  look,
}: { readonly inbox: string } & Pick<Pool, 'look'>): Originals => {
  const known = new Map<string, OriginalPages>()
  const cut = new Map<string, readonly DrawnPlace[]>()
  const inTurn = oneByOne()
  /** Of which pages are drawn one after another: an archive need not be opened for each. */
  let last: { readonly key: string; readonly original: Original } | null = null
  const file: Originals['file'] = async key => {
    try {
      const found = await fileUpload(inbox, key)
      const bytes = found && (await bytesOf(found.upload, found.uploads))
      if (!bytes) return null
      const original = { name: nameOf(key), bytes, sha256: sha256(bytes) }
      last = { key, original }
      return original
    } catch {
      // Gone, being written, a link that leads out, or no archive any more: there is nothing to show.
      return null
    }
  }
  const readPages = async (
    { name, bytes, sha256 }: Original,
    quotes: readonly string[],
  ): Promise<OriginalPages> => {
    const id = JSON.stringify([sha256, quotes])
    const before = known.get(id)
    if (before) return before
    const looked = await inTurn(id, () => look({ name, bytes, page: null, quotes }))
    const { kind: _kind, ...told } = looked.kind === 'pages' ? looked : { kind: 'pages', ...none }
    known.set(id, told)
    known.set(sha256, told)
    for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest)
    return told
  }
  const pagesOf = async (original: Original, told: Told): Promise<readonly ShownPage[]> =>
    shownOf(known.get(original.sha256) ?? (await readPages(original, [])), told).pages
  const drawn = async (original: Original, { page: number, scale, personal }: PageWanted) => {
    const page = (await pagesOf(original, { personal })).find(each => each.page === number)
    if (!page) return { without: failed }
    if (page.without) return { without: page.without }
    const { name, bytes, sha256 } = original
    const { hidden } = page
    const looked = await inTurn(`${sha256} ${number} ${scale}`, () =>
      look({ name, bytes, page: { page: number, scale, hidden } }),
    )
    return looked.kind === 'drawn' ? looked.drawn : { without: failed }
  }
  const placesOf = async (
    { name, bytes, sha256 }: Original,
    places: readonly PagePlace[],
  ): Promise<readonly DrawnPlace[]> => {
    const id = JSON.stringify([sha256, places])
    const before = cut.get(id)
    if (before) return before
    const looked = await inTurn(id, () => look({ name, bytes, page: null, places }))
    const told = looked.kind === 'places' ? looked.places : []
    cut.set(id, told)
    for (const oldest of cut.keys()) if (cut.size > mostPlaces) cut.delete(oldest)
    return told
  }
  /** The file where it is still that one. */
  const meant = async (key: string, sha256: string): Promise<Original | null> => {
    const isLast = last?.key === key && last.original.sha256 === sha256
    const original = isLast ? last!.original : await file(key)
    return original?.sha256 === sha256 ? original : null
  }
  return {
    file,
    pages: async (key, { quotes, personal }) => {
      const original = await file(key)
      if (!original) return null
      try {
        return { sha256: original.sha256, ...shownOf(await readPages(original, quotes), { personal }) }
      } catch (error) {
        return { problem: problemOf(error) }
      }
    },
    page: async (key, wanted) => {
      const original = await meant(key, wanted.sha256)
      if (!original) return null
      try {
        return await drawn(original, wanted)
      } catch (error) {
        problemOf(error)
        return { without: failed }
      }
    },
    places: async (key, sha256, places) => {
      const original = await meant(key, sha256)
      if (!original) return null
      try {
        return await placesOf(original, places)
      } catch (error) {
        problemOf(error)
        return places.map(place => ({ ...place, without: failed }))
      }
    },
  }
}
