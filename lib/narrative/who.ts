import type { Naming } from '../model/document.ts'
import { canBeName, fullNameInText, isAuthorityName, isFullNameOf } from './names.ts'
import { findTitle, type Title } from './title.ts'

/** What the parts of a file say of whose report it is, each null where it says nothing. */
export interface Sources {
  readonly title: Title | null
  readonly page: Title | null
  readonly signature: string | null
  readonly mention: string | null
  readonly publisher: string | null
}

export interface Who {
  readonly authority: string | null
  readonly authorityAsPrinted: string | null
}

/** Between the parts of a page's title: 某局2023年…年度报告_信息公开年报_某县人民政府. */
const parts = /[-_—–|｜>›»]+/u

/** The title a page has in its head, of its parts the one that names such a report. */
export const pageTitle = (naming: Naming | undefined): Title | null =>
  naming?.title === undefined ? null : findTitle(naming.title.split(parts).map(text => ({ text })))

export const publisherOf = (naming: Naming | undefined): string | null => {
  const name = naming?.publisher?.replace(/\s/gu, '') ?? ''
  return isAuthorityName(name) ? name : null
}

/**
 * Whose report it is: by the printed title, then the page's own title, the signature, the running text, last what the
 * site says. A full name printed anywhere stands for the short one of the title.
 */
export const nameAuthority = (sources: Sources, text: string): Who => {
  const { title, page, signature, mention, publisher } = sources
  const signed = signature !== null && canBeName(signature) ? signature : null
  const authorityAsPrinted = title?.authority ?? page?.authority ?? signed ?? mention ?? publisher
  if (authorityAsPrinted === null) return { authority: null, authorityAsPrinted }
  const others = [signed, page?.authority ?? null, mention, publisher]
  const full =
    others.find(name => name !== null && isFullNameOf(name, authorityAsPrinted)) ??
    fullNameInText(authorityAsPrinted, text)
  return { authority: full ?? authorityAsPrinted, authorityAsPrinted }
}
