import type { Manual } from '../../terminal/options.ts'
import { dryRunOption, noScansOption, placeOptions, prefixOption, rateOption } from './place.ts'

export const reconcileManual = {
  name: 'reconcile',
  summary: {
    zh: '找出没有结果的上传和没有发出的事件，并补交；中断后再次运行，从中断处继续',
    en: 'Finds uploads without an end and events not sent, and submits them again; goes on where it was interrupted',
  },
  options: {
    ...placeOptions,
    prefix: prefixOption,
    'older-than': {
      kind: 'number',
      value: '分钟',
      least: 0,
      most: 1_000_000,
      default: 15,
      about: { zh: '只看这么久以前的，默认 15 分钟', en: 'only what is older, by default 15 minutes' },
    },
    full: {
      kind: 'switch',
      about: { zh: '逐一读取回执', en: 'reads every receipt' },
    },
    rate: rateOption,
    'no-scans': noScansOption,
    'dry-run': dryRunOption,
  },
  exits: [
    [0, { zh: '没有缺漏，或都已补交', en: 'nothing was missing, or all was submitted again' }],
    [1, { zh: '有缺漏没有补交', en: 'there are gaps' }],
    [2, { zh: '没有做成', en: 'not done' }],
  ],
} as const satisfies Manual
