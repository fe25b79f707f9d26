/** Columns of the overview. */
export const overviewWidth = 11
