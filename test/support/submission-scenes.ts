import { insideOf } from '../../lib/submission/archive.ts'
import type { Upload } from '../../lib/submission/upload.ts'
import { builtIn, uploadOf } from './submission.ts'
import type { Content, Message, Program } from './submission-world.ts'

/** Something that somebody does with a message, and does again until it is through. */
export interface Act {
  readonly message: Message
  readonly program: Program
  /** It is the end of the message in the dead letters. */
  readonly buries?: boolean
  /** The upload is deleted before. */
  readonly gone?: boolean
}

export interface Scene {
  readonly content: ReadonlyMap<Upload, Content>
  /** What was before, by name. */
  readonly starts: Readonly<Record<string, readonly Act[]>>
  readonly acts: Readonly<Record<string, Act>>
}

export const old: Program = { built: '2023', makes: 'old' }
export const now: Program = { built: '2024', makes: 'now' }
export const next: Program = { built: '2025', makes: 'next' }
const alike: Program = { built: '2025', makes: 'now' }
const broken: Program = { built: '2025', makes: 'fault' }
const refusing: Program = { built: '2025', makes: 'refusal' }
/** That of giving up is a bundle of its own. */
const third: Program = { built: '2026', makes: 'third' }
export const undertaker: Program = { built: '2024-06', makes: 'fault' }

const withdraw = builtIn(next.built).build
const withdrawThird = builtIn(third.built).build

const actsOn = (upload: Upload) => ({
  first: { message: { upload }, program: now },
  'first, by the old program': { message: { upload }, program: old },
  'first, by a broken one': { message: { upload }, program: broken },
  again: { message: { upload, again: true }, program: now },
  'again, by the old program': { message: { upload, again: true }, program: old },
  'again, by the next program': { message: { upload, again: true }, program: next },
  'again, by another that makes the same': { message: { upload, again: true }, program: alike },
  'again, by one that refuses it': { message: { upload, again: true }, program: refusing },
  'again, by a broken one': { message: { upload, again: true }, program: broken },
  'again, deleted meanwhile': { message: { upload, again: true }, program: now, gone: true },
  'given up': { message: { upload }, program: undertaker, buries: true },
  'given up again': { message: { upload, again: true }, program: undertaker, buries: true },
  withdrawn: { message: { upload, again: true, withdraw }, program: now },
  'withdrawn, by itself': { message: { upload, again: true, withdraw }, program: next },
  'withdrawn, by the old program': { message: { upload, again: true, withdraw }, program: old },
})

const report = uploadOf({ key: '报告.docx' })
const on = actsOn(report)

const aReport: Scene = {
  content: new Map([[report, 'text']]),
  starts: {
    nothing: [],
    'a result': [on.first],
    'a result of the next program': [{ ...on.first, program: next }],
    'a result, and one of the next program': [on.first, on['again, by the next program']],
    'a failure': [on['given up']],
    'a result, and a replay that failed': [on.first, on['given up again']],
    'three results, the last one withdrawn': [
      on.first,
      on['again, by the next program'],
      { ...on.again, program: third },
      { message: { ...on.withdrawn.message, withdraw: withdrawThird }, program: now },
    ],
    'a result withdrawn': [on.first, on['again, by the next program'], on.withdrawn],
  },
  acts: on,
}

const parcel = uploadOf({ key: '全市.zip' })
const inside = insideOf(parcel, '甲.docx')
const [onParcel, onInside] = [actsOn(parcel), actsOn(inside)]
const half: Program = { ...old, blindTo: '乙.docx' }

const anArchive: Scene = {
  content: new Map([[parcel, { '甲.docx': 'one', '乙.docx': 'refusal' }]]),
  starts: {
    nothing: [],
    'unpacked, nothing in it converted': [onParcel.first],
    'unpacked, one in it converted': [onParcel.first, onInside.first],
    told: [
      onParcel.first,
      onInside.first,
      { message: { upload: insideOf(parcel, '乙.docx') }, program: now },
    ],
    'told with one file less': [{ ...onParcel.first, program: half }, onInside.first],
    'told with one file less, then unpacked with both': [
      { ...onParcel.first, program: half },
      onInside.first,
      onParcel['again, by the next program'],
    ],
    'told with the other file alone': [
      { ...onParcel.first, program: { ...old, blindTo: '甲.docx' } },
      { message: { upload: insideOf(parcel, '乙.docx') }, program: now },
    ],
    'a failure': [onParcel['given up']],
  },
  acts: {
    first: onParcel.first,
    again: onParcel.again,
    'again, by the next program': onParcel['again, by the next program'],
    'again, by one that sees less': { ...onParcel.again, program: { ...next, blindTo: '乙.docx' } },
    'given up': onParcel['given up'],
    'given up again': onParcel['given up again'],
    withdrawn: onParcel.withdrawn,
    'a file in it': onInside.first,
    'the other file in it': { message: { upload: insideOf(parcel, '乙.docx') }, program: now },
    'a file in it again, by the next program': onInside['again, by the next program'],
    'a file in it given up': onInside['given up'],
    'the other file in it given up': actsOn(insideOf(parcel, '乙.docx'))['given up'],
    'a file in it given up again': onInside['given up again'],
  },
}

const older = uploadOf({ key: '报告.docx', version: 'v1', sequencer: '01' })
const newer = uploadOf({ key: '报告.docx', version: 'v2', sequencer: '01001' })
const [onOlder, onNewer] = [actsOn(older), actsOn(newer)]

const versions: Scene = {
  content: new Map([
    [older, 'one'],
    [newer, 'one'],
  ]),
  starts: {
    nothing: [],
    older: [onOlder.first],
    newer: [onNewer.first],
    both: [onOlder.first, onNewer.first],
  },
  acts: {
    older: onOlder.first,
    newer: onNewer.first,
    'older given up': onOlder['given up'],
    'newer given up': onNewer['given up'],
    'older again': onOlder.again,
    'newer again': onNewer['again, by another that makes the same'],
  },
}

const empty = uploadOf({ key: '空.zip' })
const onEmpty = actsOn(empty)

const anEmptyArchive: Scene = {
  content: new Map([[empty, { '~$甲.docx': 'lock' }]]),
  starts: { nothing: [], told: [onEmpty.first] },
  acts: {
    first: onEmpty.first,
    again: onEmpty['again, by the next program'],
    'given up': onEmpty['given up'],
  },
}

export const scenes: Readonly<Record<string, Scene>> = {
  'a report': aReport,
  'an archive': anArchive,
  'two versions': versions,
  'an archive without a report': anEmptyArchive,
}
