import type { Answer } from '../calls.js';
import type { CallFault } from '../control-api.js';

/** One entry of `details` in LINE's answer to a bad body. */
export interface BodyError {
  readonly message: string;
  readonly property?: string;
}

const says = (status: number, message: string, more: Record<string, unknown> = {}): Answer => ({ status, body: { message, ...more } });

/** LINE's refusals, word for word where its reference gives the words. */
export const answers = {
  ok: (body: unknown = {}): Answer => ({ status: 200, body }),
  badBody: (errors: readonly BodyError[]): Answer => says(400, `The request body has ${errors.length} error(s)`, { details: errors }),
  badProperty: (property: string): Answer => says(400, `The property, ${property}, in the request body is invalid (line: -, column: -)`),
  notJson: (): Answer => says(400, 'The request body could not be parsed as JSON (line: 1, column: 1)'),
  invalidReplyToken: (): Answer => says(400, 'Invalid reply token'),
  failedToSend: (): Answer => says(400, 'Failed to send messages'),
  retryKeyNotAllowed: (): Answer => says(400, 'X-Line-Retry-Key is not supported for this API'),
  retryKeyNotUuid: (): Answer => says(400, 'The value of X-Line-Retry-Key must be a UUID'),
  badParameter: (name: string): Answer => says(400, `The value for the '${name}' parameter is invalid`),
  badEndpoint: (): Answer => says(400, 'Invalid webhook endpoint URL'),
  badReadToken: (): Answer => says(400, 'Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.'),
  notTranscoded: (): Answer => says(400, "Transcoding status doesn't support this type of content"),
  noPreview: (): Answer => says(400, 'The content can not be previewed'),
  unauthorized: (reason: string): Answer =>
    says(
      401,
      `Authentication failed due to the following reason: ${reason}. Confirm that the access token in the authorization header is valid.`,
    ),
  notFound: (): Answer => says(404, 'Not found'),
  contentNotFound: (): Answer => says(404, 'not found'),
  noEndpoint: (): Answer => says(404, 'Webhook endpoint not found'),
  contentGone: (): Answer => says(410, 'The content is gone'),
  tooLarge: (): Answer => says(413, 'The request body is too large'),
  badContentType: (type: string): Answer => says(415, `The content type, ${type}, is not supported`),
  rateExceeded: (): Answer => says(429, 'The API rate limit has been exceeded. Try again later.'),
  monthlyLimit: (): Answer => says(429, 'You have reached your monthly limit.'),
  serverError: (): Answer => says(500, 'Internal server error'),
  /** OAuth answers in another shape than the rest. */
  oauth: (error: string, description: string): Answer => ({ status: 400, body: { error, error_description: description } }),
} as const;

export const answerToFault = (fault: CallFault): Answer => {
  if (fault.kind === 'rate-limit') return answers.rateExceeded();
  if (fault.status === undefined || fault.status === 500) return answers.serverError();
  return says(
    fault.status,
    fault.status === 401 ? 'Authentication failed due to the following reason: invalid token' : 'The request failed',
  );
};
