/** What the process of the service tells the one that loads it. */
export type FromService =
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'read'; readonly key: string }
  | {
      readonly kind: 'sample'
      readonly rss: number
      readonly heap: number
      readonly held: number
      readonly cpuSeconds: number
    }

export interface ServicePlaces {
  readonly inbox: string
  readonly outbox: string
}
