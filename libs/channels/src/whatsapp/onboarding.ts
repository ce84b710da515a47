import type { Credentials, NumberOnboarding, NumberStanding, StepOutcome } from '@madoguchi/use-cases';
import type { PlatformAnswer } from '../platform-call.js';
import { numberIn, objectIn } from '../platform-json.js';
import { callGraph, REMEDY_FOR_TOKEN, type WhatsAppHosts } from './call.js';
import { failureOf, graphErrorIn } from './errors.js';
import { objectOf, onNumber } from './graph.js';

/** Code, PIN and registration of a number (Cloud API, "Register a business phone number"). */
export const whatsappOnboarding = (hosts: WhatsAppHosts): NumberOnboarding => {
  const step = async (edge: Edge, body: object, credentials: Credentials, signal: AbortSignal): Promise<StepOutcome> =>
    outcomeOf(
      await onNumber(credentials, (id) => callGraph(hosts, `${id}/${edge}`, credentials, { method: 'POST', body, signal })),
      edge,
      credentials,
    );
  return {
    requestCode: (method, language, credentials, signal) =>
      step('request_code', { code_method: method === 'voice' ? 'VOICE' : 'SMS', language: languageOf(language) }, credentials, signal),
    verifyCode: (code, credentials, signal) => step('verify_code', { code: code.replace(/[\s-]/g, '') }, credentials, signal),
    register: (pin, credentials, signal) => step('register', { messaging_product: 'whatsapp', pin }, credentials, signal),
    async standing(credentials, signal) {
      const path = (id: string) => `${id}?fields=status,code_verification_status,platform_type`;
      const answer = await onNumber(credentials, (id) => callGraph(hosts, path(id), credentials, { method: 'GET', signal }));
      return answer.kind === 'answered' && answer.status === 200 ? standingOf(answer) : undefined;
    },
  };
};

/** WhatsApp writes `ja_JP`; of the others it takes the bare language. */
const languageOf = (language: string): string => {
  const [bare = 'en'] = language.split('-');
  return bare.toLowerCase() === 'ja' ? 'ja_JP' : bare.toLowerCase();
};

/** States out of which a number does not come by waiting. */
const BARRED = new Set(['BANNED', 'RESTRICTED', 'FLAGGED', 'DELETED']);

const standingOf = (answer: PlatformAnswer<unknown>): NumberStanding => {
  const { status, code_verification_status: verification, platform_type: platform } = objectOf(answer);
  const connected = status === 'CONNECTED';
  return {
    verified: connected || verification === 'VERIFIED',
    registered: connected || platform === 'CLOUD_API',
    connected,
    ...(BARRED.has(String(status)) && {
      barred: {
        code: 'number-barred',
        reason: `WhatsApp says that the number is ${String(status)}.`,
        remedy: 'Look into WhatsApp Manager why, and appeal there, or take another number.',
      },
    }),
  };
};

interface Known {
  readonly code: string;
  readonly remedy: string;
  readonly final?: true;
}

const NOT_ELIGIBLE: Known = {
  code: 'number-not-eligible',
  remedy: 'WhatsApp takes no machine-to-machine numbers, and none that cannot get a code. Take another number.',
  final: true,
};
const TRIED_TOO_OFTEN: Known = {
  code: 'tried-too-often',
  remedy: 'WhatsApp wants this number to pause, for up to 72 hours. Wait, then go on.',
};
const WRONG_PIN: Known = {
  code: 'wrong-pin',
  remedy: 'The number has a PIN already, from where it was before. Enter that one, or have the two-step verification switched off there.',
};

/** Meta, "Cloud API error codes": of registration. Some come as `code`, some as `error_subcode`. */
const KNOWN: ReadonlyMap<number, Known> = new Map([
  [
    133000,
    { code: 'still-registered-elsewhere', remedy: 'The number is still leaving the place where it was. Wait some minutes, then go on.' },
  ],
  [133005, WRONG_PIN],
  [133006, { code: 'verify-first', remedy: 'Request a code and enter it first.' }],
  [133008, { ...WRONG_PIN, code: 'pin-tried-too-often' }],
  [133009, { code: 'too-fast', remedy: 'Wait a minute, then try again.' }],
  [133015, { code: 'recently-deleted', remedy: 'The number was deleted a moment ago. Wait five minutes, then go on.' }],
  [133016, TRIED_TOO_OFTEN],
  [136024, TRIED_TOO_OFTEN],
  [2388012, { code: 'already-in-account', remedy: 'The number is in this business account already: enter its phone number ID.' }],
  [2388091, NOT_ELIGIBLE],
  [2388093, NOT_ELIGIBLE],
]);

/** What an answer says about one step at the platform. `edge`: what was asked of the number. */
export const outcomeOf = (answer: PlatformAnswer<unknown>, edge: Edge, credentials: Credentials): StepOutcome => {
  switch (answer.kind) {
    case 'impossible':
      return { outcome: 'refused', code: 'account-incomplete', reason: answer.reason, remedy: 'Correct it in the integration account.' };
    case 'not sent':
      return {
        outcome: 'refused',
        code: 'platform-unreachable',
        reason: answer.reason,
        remedy: 'Check that this server may reach WhatsApp (graph.facebook.com), then try again.',
      };
    case 'no answer':
      return { outcome: 'unknown', reason: answer.reason };
    case 'answered':
      return answeredOutcome(answer, edge, credentials);
  }
};

const answeredOutcome = (
  { status, body }: Extract<PlatformAnswer<unknown>, { kind: 'answered' }>,
  edge: Edge,
  credentials: Credentials,
): StepOutcome => {
  if (status === 200 && (objectIn(body)?.success === true || edge === 'message_qrdls')) return { outcome: 'done' };
  const error = graphErrorIn(body, credentials);
  const reason = error ? `WhatsApp refused it (${error.number}): ${error.words}` : `WhatsApp answered ${status} without a reason.`;
  const subcode = numberIn(objectIn(objectIn(body)?.error)?.error_subcode);
  const known = KNOWN.get(subcode ?? 0) ?? KNOWN.get(error?.number ?? 0);
  if (known) return { outcome: 'refused', reason, ...known };
  if (status >= 500 || status === 200) return { outcome: 'unknown', reason };
  const failure = error && failureOf(error);
  if (status === 401 || failure?.code === 'credentials-refused')
    return { outcome: 'refused', code: 'credentials-refused', reason, remedy: REMEDY_FOR_TOKEN };
  if (failure && failure.code !== 'content-refused') return { outcome: 'refused', code: failure.code, reason, remedy: failure.remedy };
  return { outcome: 'refused', reason, ...REFUSED_BY_EDGE[edge] };
};

/** What a refusal without a code of its own means, by what was asked. */
const REFUSED_BY_EDGE = {
  request_code: { code: 'code-not-sent', remedy: 'Wait a minute, check the number, and request a code again.' },
  verify_code: {
    code: 'wrong-code',
    remedy: 'Compare the code with the message, or request a new one: it holds for 10 minutes, and once.',
  },
  register: { code: 'not-registered', remedy: 'Check the PIN, and look into WhatsApp Manager what it says about the number.' },
  message_qrdls: { code: 'code-refused', remedy: 'Change the text, or look into WhatsApp Manager how many codes the number has.' },
} as const;

type Edge = keyof typeof REFUSED_BY_EDGE;
