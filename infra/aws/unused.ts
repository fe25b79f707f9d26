/** Stands in the bundles for a package that others load and never call. */
export default (): never => {
  throw new Error('this package was left out of the bundle')
}
