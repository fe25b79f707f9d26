/** Where a file of the outbox is. */
export const addressOf = key => `/results/${key.split('/').map(encodeURIComponent).join('/')}`
