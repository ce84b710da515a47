import type { Answer } from '../calls.js';
import type { CallFault } from '../control-api.js';

const says = (status: number, code: string, description: string): Answer => ({ status, body: { code, description } });

/** LINE WORKS' refusals: `code` is documented or has been seen, most descriptions are ours. */
export const answers = {
  ok: (body: unknown): Answer => ({ status: 200, body }),
  created: (messages?: Answer['messages']): Answer => ({ status: 201, body: Buffer.alloc(0), messages }),
  badParameter: (description: string): Answer => says(400, 'INVALID_PARAMETER', description),
  notJson: (): Answer => says(400, 'INVALID_PARAMETER', 'Request body cannot be parsed.'),
  unauthorized: (): Answer => says(401, 'UNAUTHORIZED', 'Authentication failed'),
  accessDenied: (): Answer => says(403, 'ACCESS_DENIED', 'Access is denied for bot.'),
  forbidden: (scopes: readonly string[]): Answer => says(403, 'FORBIDDEN', `Insufficient scope: ${scopes.join(' or ')} is needed`),
  notFound: (what = 'Resource'): Answer => says(404, 'NOT_FOUND', `${what} not found`),
  tooLarge: (): Answer => says(413, 'PAYLOAD_TOO_LARGE', 'The request is too large'),
  rateExceeded: (seconds: number): Answer => ({
    ...says(429, 'TOO_MANY_REQUESTS', 'API rate limit exceeded'),
    headers: { 'rateLimit-remaining': '0', 'rateLimit-reset': String(seconds) },
  }),
  serverError: (): Answer => says(500, 'INTERNAL_SERVER_ERROR', 'Internal server error'),
  /** The token host answers in OAuth's shape. */
  oauth: (status: 400 | 401, error: string, description: string): Answer => ({
    status,
    body: { error, error_description: description },
  }),
} as const;

export const answerToFault = (fault: CallFault): Answer => {
  if (fault.kind === 'rate-limit') return answers.rateExceeded(fault.retryAfter ?? 1);
  if (fault.status === undefined || fault.status === 500) return answers.serverError();
  return says(fault.status, 'FAULT', 'The request failed');
};
