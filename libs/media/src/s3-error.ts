import { MediaStoreError } from '@madoguchi/use-cases';

interface SdkError {
  readonly name?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

export const statusOf = (error: unknown): number | undefined => (error as SdkError).$metadata?.httpStatusCode;

const nameOf = (error: unknown): string => (error as SdkError).name ?? 'unknown';

const PERMISSIONS = 's3:ListBucket, s3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload';

/** There is no such object; a missing bucket has the same status, and `HEAD` tells no more than that. */
export const isNoSuchKey = (error: unknown): boolean => nameOf(error) === 'NoSuchKey';

/** The line broke inside an answer: the client repeats requests, but not what it has begun to give. */
export const brokeOff = (error: unknown): boolean => (error as SdkError).$metadata === undefined;

/** In words for who runs the installation. The server's own words are left out: they may repeat a key or a whole request. */
export const s3Error = (error: unknown, bucket: string): MediaStoreError => {
  if (error instanceof MediaStoreError) return error;
  const status = statusOf(error);
  const code = nameOf(error);
  if (code === 'NoSuchBucket' || status === 404)
    return new MediaStoreError(
      'no-place',
      `There is no bucket "${bucket}" there.`,
      'Make it, or correct MADOGUCHI_MEDIA_S3_BUCKET and MADOGUCHI_MEDIA_S3_ENDPOINT.',
    );
  if (code === 'CredentialsProviderError')
    return new MediaStoreError(
      'refused',
      'This machine has no key for the bucket of files.',
      'Set MADOGUCHI_MEDIA_S3_ACCESS_KEY_ID and MADOGUCHI_MEDIA_S3_SECRET_ACCESS_KEY, or give the machine a role.',
    );
  // Answers to `HEAD` have no body, so no code.
  if (code === 'AuthorizationHeaderMalformed' || status === 301 || (status === 400 && code === 'Unknown'))
    return new MediaStoreError('refused', `The bucket "${bucket}" lies in another region (${code}).`, 'Correct MADOGUCHI_MEDIA_S3_REGION.');
  if (status === 401 || status === 403)
    return new MediaStoreError(
      'refused',
      `The server of the bucket "${bucket}" refuses the access key (${status} ${code}).`,
      `Correct the key, or give it ${PERMISSIONS}; look at the machine’s clock where the code speaks of time.`,
    );
  return new MediaStoreError(
    'not-reached',
    `The server of the bucket "${bucket}" did not do it (${status === undefined ? '' : `${status} `}${code}).`,
    'It is tried again; look at the server of files when it lasts.',
  );
};
