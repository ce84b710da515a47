import type { Answer } from '../calls.js';
import type { CallFault } from '../control-api.js';

const fails = (code: number, description: string, parameters?: Record<string, unknown>): Answer => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
});

const CODES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
};

/** The Bot API's envelope and its refusals, in the server's words. */
export const answers = {
  ok: (result: unknown, description?: string): Answer => ({
    status: 200,
    body: { ok: true, result, ...(description ? { description } : {}) },
  }),
  badRequest: (reason: string): Answer => fails(400, `Bad Request: ${reason}`),
  unauthorized: (): Answer => fails(401, 'Unauthorized'),
  invalidToken: (): Answer => fails(401, 'Unauthorized: invalid token specified'),
  blocked: (): Answer => fails(403, 'Forbidden: bot was blocked by the user'),
  notFound: (): Answer => fails(404, 'Not Found'),
  methodNotFound: (): Answer => fails(404, 'Not Found: method not found'),
  webhookActive: (): Answer =>
    fails(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"),
  tooLarge: (): Answer => fails(413, 'Request Entity Too Large'),
  retryAfter: (seconds: number): Answer => ({
    ...fails(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
    headers: { 'retry-after': String(seconds) },
  }),
  serverError: (): Answer => fails(500, 'Internal Server Error'),
} as const;

export const answerToFault = (fault: CallFault): Answer => {
  if (fault.kind === 'rate-limit') return answers.retryAfter(fault.retryAfter ?? 1);
  const code = fault.status ?? 500;
  return fails(code, CODES[code] ?? 'Error');
};

/** A refusal thrown from deep inside of a method. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly answer: Answer) {
    super('refused');
  }
}

export const refuse = (reason: string): never => {
  throw new Refusal(answers.badRequest(reason));
};
