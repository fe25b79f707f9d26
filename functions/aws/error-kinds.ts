/**
 * What an AWS error means for a submission. The one table that decides what is tried again.
 *
 * - `absent`: there is no such object or version; an answer, not a failure
 * - `changed`: the condition of a conditional write does not hold; an answer too
 * - `conflict`: another writer is at the same key right now; ask again at once
 * - `transient`: may pass, the message goes back to the queue
 * - `permanent`: trying again does not mend it, an operator has to
 */
export type ErrorKind = 'absent' | 'changed' | 'conflict' | 'transient' | 'permanent'

/** By error name as the SDK gives it, `code` of the network errors, and codes of single PutEvents entries. */
export const errorKinds: Readonly<Record<string, ErrorKind>> = {
  NoSuchKey: 'absent',
  NoSuchVersion: 'absent',
  NotFound: 'absent',
  // The version asked for is a delete marker.
  MethodNotAllowed: 'absent',

  PreconditionFailed: 'changed',

  ConditionalRequestConflict: 'conflict',
  OperationAborted: 'conflict',

  InternalError: 'transient',
  InternalFailure: 'transient',
  InternalException: 'transient',
  InternalServerError: 'transient',
  ServiceUnavailable: 'transient',
  ServiceUnavailableException: 'transient',
  ProvisionedThroughputExceededException: 'transient',
  RequestLimitExceeded: 'transient',
  BandwidthLimitExceeded: 'transient',
  LimitExceededException: 'transient',
  OverLimit: 'transient',
  PriorRequestNotComplete: 'transient',
  TransactionInProgressException: 'transient',
  // A 400 although the line was slow, not the request wrong.
  RequestTimeout: 'transient',
  RequestTimeoutException: 'transient',
  RequestTimeTooSkewed: 'transient',
  // Damaged on the way: the same bytes arrive whole the next time.
  BadDigest: 'transient',
  IncompleteBody: 'transient',
  ChecksumMismatch: 'transient',
  // The role's credentials are renewed meanwhile.
  ExpiredToken: 'transient',
  ExpiredTokenException: 'transient',
  RequestExpired: 'transient',
  RequestInTheFuture: 'transient',
  // Signed before the function was frozen, sent after it was thawed.
  InvalidSignatureException: 'transient',
  TokenRefreshRequired: 'transient',
  CredentialsProviderError: 'transient',
  'KMS.InternalException': 'transient',
  'KMS.DependencyTimeoutException': 'transient',
  'KMS.KeyUnavailableException': 'transient',
  TimeoutError: 'transient',
  AbortError: 'transient',
  NetworkingError: 'transient',
  ECONNABORTED: 'transient',
  ECONNREFUSED: 'transient',
  ECONNRESET: 'transient',
  EAI_AGAIN: 'transient',
  EHOSTUNREACH: 'transient',
  ENETUNREACH: 'transient',
  ENOTFOUND: 'transient',
  EPIPE: 'transient',
  ETIMEDOUT: 'transient',

  AccessDenied: 'permanent',
  AccessDeniedException: 'permanent',
  AllAccessDisabled: 'permanent',
  NotAuthorized: 'permanent',
  NotAuthorizedForDetailTypeException: 'permanent',
  NotAuthorizedForSourceException: 'permanent',
  InvalidAccessKeyId: 'permanent',
  SignatureDoesNotMatch: 'permanent',
  NoSuchBucket: 'permanent',
  PermanentRedirect: 'permanent',
  AuthorizationHeaderMalformed: 'permanent',
  // The object went to an archive; restoring takes hours.
  InvalidObjectState: 'permanent',
  InvalidArgument: 'permanent',
  InvalidRequest: 'permanent',
  InvalidURI: 'permanent',
  KeyTooLongError: 'permanent',
  EntityTooLarge: 'permanent',
  MalformedDetail: 'permanent',
  ResourceNotFoundException: 'permanent',
  OperationDisabledException: 'permanent',
  ValidationException: 'permanent',
  'KMS.DisabledException': 'permanent',
  'KMS.KMSInvalidStateException': 'permanent',
  'KMS.NotFoundException': 'permanent',
}

/** Too many requests at once: transient. Every service has names of its own for it: KmsThrottled, RequestThrottled … */
export const throttled = /throttl|too_?many_?requests|slow_?down|rate_?exceeded|throughput_?exceeded/i
