import { S3Client } from '@aws-sdk/client-s3';

export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** Of a server that is not AWS's: http or https. */
  readonly endpoint?: string;
  /** Absent: what the machine has been given (AWS's own chain of providers). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** The bucket stands in the path instead of in the host's name. Default: when there is an endpoint. */
  readonly forcePathStyle?: boolean;
  readonly deadlines?: S3Deadlines;
}

/** Milliseconds: for the connection, for the beginning of an answer, and without a byte. */
export interface S3Deadlines {
  readonly connect: number;
  readonly answer: number;
  readonly silence: number;
}

const DEADLINES: S3Deadlines = { connect: 5_000, answer: 30_000, silence: 30_000 };

/** How often one request is made before it counts as failed, with growing pauses between. */
export const ATTEMPTS = 4;

/** Servers that are not AWS's often do not know the checksums that newer clients send by themselves; the signature covers the body anyway. */
export const s3Client = ({
  region,
  endpoint,
  credentials,
  forcePathStyle = endpoint !== undefined,
  deadlines = DEADLINES,
}: S3Settings): S3Client =>
  new S3Client({
    region,
    endpoint,
    credentials,
    forcePathStyle,
    maxAttempts: ATTEMPTS,
    retryMode: 'standard',
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: deadlines.connect,
      requestTimeout: deadlines.answer,
      throwOnRequestTimeout: true,
      socketTimeout: deadlines.silence,
    },
  });
