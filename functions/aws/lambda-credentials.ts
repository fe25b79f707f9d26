/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles: a function finds its role's credentials in the
 * environment and nowhere else, so the chain of profiles, SSO and metadata services (100 KB) stays out.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    const error = new Error('no credentials in the environment')
    error.name = 'CredentialsProviderError'
    throw error
  }
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
  }
}
