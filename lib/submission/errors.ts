/** Something outside failed in a way that may pass: try the whole submission again later. */
export class TransientFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TransientFailure'
  }
}

/** Something outside failed in a way that trying again does not mend: no right to write, key too long … */
export class PermanentFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PermanentFailure'
  }
}
