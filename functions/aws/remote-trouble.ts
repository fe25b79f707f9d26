import type { Message } from '../../lib/model/message.ts'

/** AWS did not do what an operator's command asked. The message says what was tried and what to look at. */
export class RemoteTrouble extends Error {
  readonly said: Message

  constructor(said: Message, options?: ErrorOptions) {
    super(`${said.zh}\n${said.en}`, options)
    this.name = 'RemoteTrouble'
    this.said = said
  }
}

/** What was asked, and of what: a bucket or queue as it was given. */
export interface Asked {
  readonly place: string
  readonly region: string | null
}

type Explain = (asked: Asked & { readonly operation: string; readonly elsewhere: string | null }) => Message

const credentials = {
  zh: '请检查 AWS_PROFILE 或 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY；用 aws sts get-caller-identity 试一试。',
  en: 'Check AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; aws sts get-caller-identity shows who you are.',
}

const noBucket: Explain = ({ place }) => ({
  zh: `没有这个存储桶：${place}。请对照堆栈的输出检查名字，以及凭证是不是这一账号（和分区 aws、aws-cn）的。`,
  en: `There is no such bucket: ${place}. Check the name against the stack's outputs, and whether the credentials are of its account (and partition, aws or aws-cn).`,
})

export const wrongRegion: Explain = ({ place, region, elsewhere }) => ({
  zh: `${place} 不在区域 ${region ?? '（未给出）'}${elsewhere ? `，在 ${elsewhere}` : ''}。请把 AWS_REGION 设为堆栈所在的区域。`,
  en: `${place} is not in the region ${region ?? '(none given)'}${elsewhere ? ` but in ${elsewhere}` : ''}. Set AWS_REGION to the region of the stack.`,
})

const denied: Explain = ({ place, operation }) => ({
  zh: `没有权限：对 ${place} 执行 ${operation} 被拒绝。请检查名字、所用凭证的权限，以及加密密钥的权限。`,
  en: `Access denied: ${operation} on ${place}. Check the name, the rights of these credentials, and those on the key that encrypts it.`,
})

const invalid: Explain = ({ place, operation }) => ({
  zh: `凭证无效：对 ${place} 执行 ${operation} 时被拒绝。${credentials.zh}`,
  en: `These credentials are not valid: ${operation} on ${place} was refused. ${credentials.en}`,
})

const expired: Explain = ({ place, operation }) => ({
  zh: `凭证已过期：对 ${place} 执行 ${operation} 时被拒绝。请重新登录（如 aws sso login）后再试。`,
  en: `The credentials have expired: ${operation} on ${place} was refused. Sign in again (aws sso login, say) and repeat the command.`,
})

const noCredentials: Explain = ({ place, operation }) => ({
  zh: `没有找到 AWS 凭证，无法对 ${place} 执行 ${operation}。${credentials.zh}`,
  en: `No AWS credentials were found for ${operation} on ${place}. ${credentials.en}`,
})

const noRegion: Explain = ({ place }) => ({
  zh: `没有给出区域，无法访问 ${place}。请设置 AWS_REGION，如 cn-north-1。`,
  en: `No region is given to reach ${place} in. Set AWS_REGION, to cn-north-1 say.`,
})

const noQueue: Explain = ({ place, region }) => ({
  zh: `没有这个队列：${place}（区域 ${region ?? '未给出'}）。请用堆栈输出中的 QueueUrl，并检查区域和账号。`,
  en: `There is no such queue: ${place} (region ${region ?? 'none given'}). Take QueueUrl of the stack's outputs; check region and account.`,
})

const unreachable: Explain = ({ place, operation, region }) => ({
  zh: `连接不上 AWS：对 ${place} 执行 ${operation} 没有得到回答（区域 ${region ?? '未给出'}）。请检查网络、代理、AWS_REGION 和 AWS_ENDPOINT_URL。`,
  en: `AWS cannot be reached: no answer to ${operation} on ${place} (region ${region ?? 'none given'}). Check the network, a proxy, AWS_REGION and AWS_ENDPOINT_URL.`,
})

const clock: Explain = ({ place, operation }) => ({
  zh: `对 ${place} 执行 ${operation} 被拒绝：本机时钟与 AWS 相差太多。请校准时间。`,
  en: `${operation} on ${place} was refused: the clock of this machine is too far off. Set it right.`,
})

const by = (explain: Explain, ...names: readonly string[]) => names.map(name => [name, explain] as const)

const byName: ReadonlyMap<string, Explain> = new Map([
  ...by(noBucket, 'NoSuchBucket', 'InvalidBucketName', 'NotFound'),
  ...by(wrongRegion, 'PermanentRedirect', 'TemporaryRedirect', 'AuthorizationHeaderMalformed', 'Redirect'),
  ...by(wrongRegion, 'IllegalLocationConstraintException'),
  ...by(
    denied,
    'AccessDenied',
    'AccessDeniedException',
    'AllAccessDisabled',
    'AuthorizationError',
    'Forbidden',
  ),
  ...by(denied, 'KMS.AccessDeniedException', 'KmsAccessDenied', 'InvalidSecurity', 'AccountProblem'),
  ...by(invalid, 'InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidClientTokenId', 'InvalidToken'),
  ...by(invalid, 'UnrecognizedClientException', 'IncompleteSignature', 'NotSignedUp', 'OptInRequired'),
  ...by(expired, 'ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenRefreshRequired'),
  ...by(noCredentials, 'CredentialsProviderError', 'TokenProviderError', 'ProviderError'),
  ...by(noQueue, 'QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue', 'NonExistentQueue'),
  ...by(noQueue, 'QueueDeletedRecently', 'InvalidAddress', 'InvalidAddressException', 'ERR_INVALID_URL'),
  ...by(unreachable, 'ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH'),
  ...by(unreachable, 'ETIMEDOUT', 'EPIPE', 'TimeoutError', 'NetworkingError', 'EPROTO', 'CERT_HAS_EXPIRED'),
  ...by(clock, 'RequestTimeTooSkewed'),
])

interface SdkError extends Error {
  readonly code?: unknown
  readonly Code?: unknown
  readonly cause?: unknown
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> }
}

/** An error and what it came of, innermost last. */
const chainOf = (error: unknown): readonly SdkError[] =>
  error instanceof Error ? [error, ...chainOf(error.cause)] : []

const explainOf = ({ name, code, Code, message }: SdkError): Explain | undefined => {
  if (/^Region is missing/.test(message)) return noRegion
  for (const label of [name, code, Code])
    if (typeof label === 'string' && byName.has(label)) return byName.get(label)
  return undefined
}

const other = (what: string): Explain => {
  return ({ place, operation }) => ({
    zh: `AWS 没有做成：对 ${place} 执行 ${operation}（${what}）。请稍后重试；若仍如此，请检查权限和设置。`,
    en: `AWS did not do it: ${operation} on ${place} (${what}). Repeat the command later; if that does not help, check rights and settings.`,
  })
}

/** What went wrong, for the operator. What no SDK has thrown stays what it is. */
export const explained = (error: unknown, asked: Asked): unknown => {
  const chain = chainOf(error)
  const [outer] = chain
  if (!outer || outer instanceof RemoteTrouble) return error
  // Failures of ours begin with the operation: `ListObjectsV2: NoSuchBucket`.
  const [, operation, what] = /^([A-Z]\w+): (.*)$/s.exec(outer.message) ?? []
  if (!operation) return error
  const explain = chain.map(explainOf).find(found => found !== undefined) ?? other(what ?? outer.name)
  const elsewhere = chain.map(one => one.$response?.headers?.['x-amz-bucket-region']).find(Boolean) ?? null
  return new RemoteTrouble(explain({ ...asked, operation, elsewhere }), { cause: error })
}
