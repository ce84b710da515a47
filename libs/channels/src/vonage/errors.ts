import type { Credentials } from '@madoguchi/use-cases';
import { idIn, objectIn, textIn } from '../platform-json.js';
import { REMEDY_FOR_APPLICATION, vonageWords } from './call.js';

/** What one of Vonage's error codes means to us. */
export interface VonageFailure {
  readonly code: string;
  readonly remedy: string;
  /** Milliseconds after which the same message may be taken; absent: never. */
  readonly retryAfterMs?: number;
}

export interface VonageError {
  /** `1120`; absent where Vonage names none. */
  readonly number?: string;
  readonly words: string;
}

/**
 * The error of a refused call or of a status: the number stands as `title`, or behind the "#" of `type`; in the first version of the API
 * it is `code`.
 */
export const errorIn = (error: unknown, credentials: Credentials): VonageError | undefined => {
  const { type, title, detail, code, reason } = objectIn(error) ?? {};
  const number = [title, code, textIn(type)?.split('#')[1]].map(idIn).find((text) => text !== undefined && /^\d{3,5}$/.test(text));
  const said = [title, detail, reason].map(textIn).filter((text) => text !== undefined && text !== number);
  const words = vonageWords([...new Set(said)].join(': '), credentials);
  return number === undefined && words === undefined ? undefined : { number, words: words ?? 'Vonage gave no reason' };
};

export const failureOf = ({ number }: VonageError): VonageFailure | undefined => FAILURES.get(number ?? '');

const LATER = 'Wait some minutes and send it again.';

export const TOO_FAST: VonageFailure = { code: 'rate-limit', remedy: LATER, retryAfterMs: 1_000 };
const PLATFORM: VonageFailure = { code: 'platform-error', remedy: LATER, retryAfterMs: 5_000 };
const ABSENT: VonageFailure = {
  code: 'recipient-absent',
  remedy: "The customer's phone is off, busy or without a network. Send it again later.",
  retryAfterMs: 60_000,
};
export const BALANCE: VonageFailure = {
  code: 'balance-missing',
  remedy: 'Add credit to the account in the dashboard of Vonage, then send it again.',
};
export const ACCOUNT_BARRED: VonageFailure = {
  code: 'account-barred',
  remedy: 'Vonage has stopped this account. An administrator must ask its support.',
};
export const SENDER: VonageFailure = {
  code: 'sender-refused',
  remedy: 'Enter a number of this account, or a name that the country of the customer allows, as the number of the integration account.',
};
export const NOT_ENABLED: VonageFailure = {
  code: 'not-enabled',
  remedy: 'The account or the application may not send in this way. Switch it on in the dashboard of Vonage.',
};
const TOKEN: VonageFailure = { code: 'credentials-refused', remedy: REMEDY_FOR_APPLICATION };
export const CONTENT: VonageFailure = { code: 'content-refused', remedy: 'Change the message and send it again.' };
export const TOO_LONG: VonageFailure = { code: 'text-too-long', remedy: 'Shorten it or send it in several messages.' };
export const WRONG_NUMBER: VonageFailure = {
  code: 'recipient-unreachable',
  remedy: 'No phone can be reached under this number. Check the number or use another way.',
};
export const BARRED: VonageFailure = {
  code: 'recipient-barred',
  remedy: 'The network or the customer takes no SMS from this number. Do not repeat it; use another way.',
};
export const NOT_ON_LIST: VonageFailure = {
  code: 'recipient-not-allowed',
  remedy: 'This is a demo account of Vonage: add the recipient to its list in the dashboard, or add credit to the account.',
};
export const SPAM: VonageFailure = {
  code: 'held-back',
  remedy: 'The network took it for advertising. Write it in other words, or use another way.',
};
export const OPTED_OUT: VonageFailure = {
  code: 'recipient-opted-out',
  remedy: 'The customer wants no messages from this number. Do not repeat it.',
};
const NO_USER: VonageFailure = {
  code: 'recipient-unreachable',
  remedy: 'The customer does not use this channel any more. Use another way.',
};
const DUPLICATE: VonageFailure = {
  code: 'duplicate',
  remedy: 'Vonage has the same message already. Look whether the customer got it before you write again.',
};
const WINDOW: VonageFailure = { code: 'window-closed', remedy: 'Wait until the customer writes again, or use another way.' };
const EXPIRED: VonageFailure = { code: 'expired', remedy: 'It could not be delivered in time. Send it again, or use another way.' };

/** Vonage, "Messages API error codes". */
const FAILURES: ReadonlyMap<string, VonageFailure> = new Map(
  (
    [
      [TOO_FAST, [1000]],
      [CONTENT, [1010, 1020, 1021, 1022, 1040]],
      [PLATFORM, [1030, 1100]],
      [ACCOUNT_BARRED, [1060]],
      [BALANCE, [1070]],
      [TOO_LONG, [1090]],
      [SENDER, [1120]],
      [NOT_ENABLED, [1080, 1140]],
      [NOT_ON_LIST, [1160]],
      [WRONG_NUMBER, [1170, 1190, 1250, 1260]],
      [BARRED, [1050, 1200, 1280]],
      [ABSENT, [1180, 1220, 1230]],
      [SPAM, [1210]],
      [OPTED_OUT, [1240]],
      [NO_USER, [1300, 1310]],
      [DUPLICATE, [1320]],
      [WINDOW, [1340]],
      [EXPIRED, [1360]],
      [TOKEN, [1370]],
    ] as const
  ).flatMap(([failure, numbers]) => numbers.map((number) => [String(number), failure] as const)),
);
