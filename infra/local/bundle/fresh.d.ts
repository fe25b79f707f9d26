export const isFresh: (list: URL, root: URL) => boolean
