import type { Answer } from '../calls.js';
import type { CallFault } from '../control-api.js';
import { newTraceId } from './ids.js';

/** What the Graph API says to a call that it does not take, thrown out of whatever looked at it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly answer: Answer) {
    super('refused');
  }
}

export const refuse = (answer: Answer): never => {
  throw new Refusal(answer);
};

interface More {
  readonly type?: string;
  readonly details?: string;
  readonly subcode?: number;
  readonly transient?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

const says = (
  status: number,
  code: number,
  words: string,
  { type = 'OAuthException', details, subcode, transient, headers }: More = {},
): Answer => ({
  status,
  headers,
  body: {
    error: {
      message: words,
      type,
      code,
      ...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      ...(transient === undefined ? {} : { is_transient: transient }),
      fbtrace_id: newTraceId(),
    },
  },
});

const numbered = (status: number, code: number, title: string, details: string, more: More = {}): Answer =>
  says(status, code, `(#${code}) ${title}`, { details, ...more });

/** Meta's refusals, in its words where they are known. */
export const answers = {
  ok: (body: unknown): Answer => ({ status: 200, body }),
  success: (): Answer => ({ status: 200, body: { success: true } }),
  noToken: (): Answer => says(401, 104, 'An access token is required to request this resource.'),
  badToken: (): Answer =>
    says(401, 190, 'Invalid OAuth access token - Cannot parse access token', {
      headers: { 'www-authenticate': 'OAuth "Facebook Platform" "invalid_token" "Invalid OAuth access token"' },
    }),
  tokenEnded: (at: Date): Answer =>
    says(401, 190, `Error validating access token: Session has expired on ${at.toUTCString()}.`, { subcode: 463 }),
  notAllowed: (): Answer => says(403, 10, '(#10) Application does not have permission for this action'),
  badProof: (): Answer => says(400, 100, 'Invalid appsecret_proof provided in the API argument', { type: 'GraphMethodException' }),
  badVersion: (): Answer => says(400, 2635, '(#2635) You are calling a version of the API that is not available.'),
  badPath: (path: string): Answer => says(400, 2500, `Unknown path components: ${path}`),
  noSuchObject: (id: string, method: string): Answer =>
    says(
      400,
      100,
      `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
      { type: 'GraphMethodException', subcode: 33 },
    ),
  noSuchField: (field: string, node: string): Answer =>
    says(400, 100, `(#100) Tried accessing nonexisting field (${field}) on node type (${node})`),
  badParameter: (words: string): Answer => says(400, 100, `(#100) ${words}`),
  missing: (parameter: string): Answer => says(400, 100, `(#100) The parameter ${parameter} is required.`),
  notJson: (): Answer => says(400, 100, '(#100) The body is no JSON object.'),
  callbackFailed: (why: string): Answer => says(400, 2200, `(#2200) Callback verification failed with the following errors: ${why}`),
  missingInMessage: (details: string): Answer => numbered(400, 131008, 'Required parameter is missing', details),
  wrongValue: (details: string): Answer => numbered(400, 131009, 'Parameter value is not valid', details),
  toSelf: (): Answer =>
    numbered(400, 131021, 'Recipient cannot be sender', 'Message could not be sent: recipient and sender are the same number.'),
  notRegistered: (): Answer =>
    numbered(
      400,
      133010,
      'The account is not registered',
      'Account does not exist in Cloud API, please use /register API to create an account first.',
    ),
  tooManyFromNumber: (headers?: Readonly<Record<string, string>>): Answer =>
    numbered(
      429,
      130429,
      'Rate limit hit',
      'Message failed to send because there were too many messages sent from this phone number in a short period of time',
      {
        headers,
      },
    ),
  tooManyToCustomer: (): Answer =>
    numbered(
      400,
      131056,
      '(Business Account, Consumer Account) pair rate limit hit',
      'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
      { subcode: 2494055 },
    ),
  tooManyCalls: (headers?: Readonly<Record<string, string>>): Answer =>
    says(400, 80007, '(#80007) There have been too many calls to this WhatsApp Business account. Wait a bit and try again.', { headers }),
  noSuchTemplate: (details: string): Answer => numbered(404, 132001, 'Template name does not exist in the translation', details),
  templateCount: (details: string): Answer =>
    numbered(400, 132000, 'Number of parameters does not match the expected number of params', details),
  templateTooLong: (details: string): Answer => numbered(400, 132005, 'Translated text too long', details),
  templateFormat: (details: string): Answer =>
    numbered(400, 132012, 'Parameter format does not match format in the created template', details),
  templateParameter: (details: string): Answer => numbered(400, 132018, 'There’s an issue with the parameters in your template', details),
  templatePaused: (details: string): Answer => numbered(400, 132015, 'Template is Paused', details),
  templateDisabled: (details: string): Answer => numbered(400, 132016, 'Template is Disabled', details),
  templateExists: (): Answer =>
    says(400, 100, 'Invalid parameter', { subcode: 2388024, details: 'Content in This Language Already Exists' }),
  mediaTooLarge: (details: string): Answer => numbered(400, 131053, 'Media upload error', details),
  wrongPin: (): Answer => numbered(400, 133005, 'Two step verification PIN Mismatch', 'The two-step verification PIN is incorrect.'),
  verifyFirst: (): Answer =>
    numbered(400, 133006, 'Phone number needs to be verified before registering', 'Request and verify a code first.'),
  notEligible: (): Answer =>
    says(400, 100, 'Invalid parameter', { subcode: 2388091, details: 'This phone number is not eligible to receive a verification code.' }),
  tooManyRegistrations: (): Answer =>
    numbered(
      400,
      133016,
      'Account register deregister rate limit exceeded',
      'There were too many register and deregister requests for this number within 72 hours.',
    ),
  serverError: (): Answer =>
    says(500, 131000, '(#131000) Something went wrong', { details: 'Message failed to send due to an unknown error.' }),
  unavailable: (): Answer => numbered(503, 131016, 'Service unavailable', 'A service is temporarily unavailable.', { transient: true }),
} as const;

/** `messaging`: whether it is a call of `/messages`, which has a limit of its own. */
export const answerToFault = ({ kind, status = 500, retryAfter }: CallFault, messaging: boolean): Answer => {
  if (kind === 'rate-limit' || status === 429) {
    const headers = retryAfter === undefined ? undefined : { 'retry-after': String(retryAfter) };
    return messaging ? answers.tooManyFromNumber(headers) : answers.tooManyCalls(headers);
  }
  if (status === 401) return answers.badToken();
  if (status === 403) return answers.notAllowed();
  if (status === 404) return { ...answers.noSuchObject('0', 'POST'), status: 404 };
  if (status === 503) return answers.unavailable();
  if (status < 500) return { ...answers.wrongValue('The request failed.'), status };
  return { ...answers.serverError(), status };
};
