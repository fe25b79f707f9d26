/** Stands for a package that others load and never call. */
export default (): never => {
  throw new Error('this package is left out')
}
