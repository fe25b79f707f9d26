/** Both at once. Neither is left running when one fails. */
export const together = async <One, Other>(
  one: Promise<One>,
  other: Promise<Other>,
): Promise<[One, Other]> => {
  await Promise.allSettled([one, other])
  return await Promise.all([one, other])
}
