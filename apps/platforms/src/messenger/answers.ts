import { randomBytes } from 'node:crypto';
import type { Answer } from '../calls.js';
import type { CallFault } from '../control-api.js';

interface GraphError {
  readonly code: number;
  readonly message: string;
  readonly subcode?: number;
  /** 400 unless given. */
  readonly status?: number;
  readonly type?: 'OAuthException' | 'GraphMethodException';
  readonly transient?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Codes that Graph does not repeat in its words. */
const WITHOUT_NUMBER = new Set([1, 2, 190, 2500]);

/** Graph's refusal in its own shape. */
export const refusal = ({ code, message, subcode, status = 400, type = 'OAuthException', transient, headers }: GraphError): Answer => ({
  status,
  headers,
  body: {
    error: {
      message: WITHOUT_NUMBER.has(code) ? message : `(#${code}) ${message}`,
      type,
      code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      ...(transient === undefined ? {} : { is_transient: transient }),
      fbtrace_id: `A${randomBytes(12).toString('base64url')}`,
    },
  },
});

/** Thrown while a call is read; the answer stands in it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly answer: Answer) {
    super('refused');
  }
}

/** @throws Refusal always */
export const refuse = (error: GraphError): never => {
  throw new Refusal(refusal(error));
};

/** @throws Refusal always: "invalid parameter" */
export const badParameter = (message: string, subcode?: number): never => refuse({ code: 100, message, subcode });

const AUTHORISE = { status: 401, code: 190 } as const;

/** Meta's words where its documents give them. */
export const answers = {
  ok: (body: unknown = { success: true }): Answer => ({ status: 200, body }),
  noToken: (): Answer =>
    refusal({ code: 2500, message: 'An active access token must be used to query information about the current user.' }),
  badToken: (): Answer => refusal({ ...AUTHORISE, message: 'Invalid OAuth access token - Cannot parse access token' }),
  expiredToken: (): Answer => refusal({ ...AUTHORISE, subcode: 463, message: 'Error validating access token: Session has expired.' }),
  noPageToken: (path: string): Answer =>
    path === 'me'
      ? refusal({ code: 100, message: 'Tried accessing nonexisting field (username) on node type (User)' })
      : refusal({ code: 210, message: 'A page access token is required to request this resource.' }),
  badAppToken: (): Answer => refusal({ ...AUTHORISE, message: 'Invalid OAuth access token signature.' }),
  noProof: (): Answer =>
    refusal({ code: 100, type: 'GraphMethodException', message: 'API calls from the server require an appsecret_proof argument' }),
  badProof: (): Answer =>
    refusal({ code: 100, type: 'GraphMethodException', message: 'Invalid appsecret_proof provided in the API argument' }),
  unknownPath: (path: string): Answer => refusal({ code: 2500, message: `Unknown path components: ${path}` }),
  noSuchObject: (id: string, method: string): Answer =>
    refusal({
      code: 100,
      subcode: 33,
      type: 'GraphMethodException',
      message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    }),
  noPermission: (permission: string): Answer =>
    refusal({ code: 200, status: 403, message: `Requires ${permission} permission to manage the object.` }),
  notJson: (): Answer => refusal({ code: 100, message: 'Invalid JSON in the request body' }),
  tooLarge: (): Answer => refusal({ code: 100, subcode: 2018109, status: 413, message: 'Attachment size exceeds allowable limit.' }),
  serverError: (): Answer => refusal({ code: 1, status: 500, message: 'An unknown error has occurred.', transient: true }),
  rateLimit: (pageId: string, waitMinutes: number): Answer =>
    refusal({
      code: 613,
      message: 'Calls to this api have exceeded the rate limit.',
      headers: usageHeaders(pageId, 100, waitMinutes),
    }),
} as const;

/** How much of its share a page has used; Graph tells it with every answer. */
export const usageHeaders = (pageId: string, percent: number, waitMinutes = 0): Record<string, string> => ({
  'x-app-usage': JSON.stringify({ call_count: percent, total_cputime: 0, total_time: 1 }),
  'x-business-use-case-usage': JSON.stringify({
    [pageId]: [{ type: 'messenger', call_count: percent, total_cputime: 0, total_time: 1, estimated_time_to_regain_access: waitMinutes }],
  }),
});

/** A limit that names its end in seconds comes as 429, with the header; Graph itself counts in minutes. */
export const answerToFault = (fault: CallFault): Answer => {
  if (fault.kind === 'rate-limit') {
    const words = { code: 4, message: 'Application request limit reached' };
    return fault.retryAfter === undefined
      ? refusal(words)
      : refusal({ ...words, status: 429, headers: { 'retry-after': String(fault.retryAfter) } });
  }
  switch (fault.status) {
    case undefined:
    case 500:
      return answers.serverError();
    case 401:
      return answers.badToken();
    case 403:
      return answers.noPermission('pages_messaging');
    default:
      return refusal({ code: fault.status > 500 ? 2 : 100, status: fault.status, message: 'The request failed' });
  }
};
