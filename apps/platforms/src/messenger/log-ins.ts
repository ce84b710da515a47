import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import { refuse } from './answers.js';
import type { Granted, IssuedCode, LogInState, PersonToken } from './log-in-state.js';
import type { MessengerPage, MessengerState } from './state.js';

/** Meta publishes neither; a code is for the moment, a first token for an hour or two, a long-lived one for about sixty days. */
const CODE_LIVES_MS = 10 * 60_000;
const SHORT_LIFE_S = 5_400;
const LONG_LIFE_S = 60 * 24 * 3_600;

/** The one who logs in here: it manages every page. */
export const PERSON = { id: '10159912345678901', name: 'Aiko Tanaka' } as const;

/** Codes, and the tokens that come of them: of the person, and by these of pages. */
export class LogIns {
  private readonly known: LogInState;

  constructor(
    private readonly state: MessengerState,
    private readonly clock: Clock,
  ) {
    this.known = state.logIns ??= { codes: {}, personTokens: {}, pageTokens: {} };
  }

  issueCode(granted: Granted, redirectUri: string, challenge: IssuedCode['challenge']): string {
    const code = `AQ${randomBytes(96).toString('base64url')}`;
    this.known.codes[code] = { ...granted, redirectUri, challenge, issuedAt: this.now(), used: false };
    return code;
  }

  /** @throws Refusal unless the code is fresh, unused, of this app and address, and the verifier is the one of the dialog. */
  redeem(code: string, appId: string, redirectUri: unknown, verifier: unknown) {
    const issued = this.known.codes[code];
    if (issued?.appId !== appId) return refuse({ code: 100, message: 'Invalid verification code format.' });
    if (issued.redirectUri !== redirectUri)
      refuse({
        code: 100,
        subcode: 36008,
        message:
          'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
      });
    if (issued.used) refuse({ code: 100, subcode: 36009, message: 'This authorization code has been used.' });
    if (this.now() - issued.issuedAt > CODE_LIVES_MS)
      refuse({ code: 100, subcode: 36007, message: 'This authorization code has expired.' });
    if (issued.challenge && !answersChallenge(issued.challenge, verifier))
      refuse({ code: 100, message: 'Invalid code_verifier parameter' });
    issued.used = true;
    return this.issueToken(issued, SHORT_LIFE_S, false);
  }

  /** @throws Refusal for a token that is none, is over, or is another app's */
  exchange(token: unknown, appId: string) {
    const known = typeof token === 'string' ? this.person(token) : undefined;
    if (known?.appId !== appId) return refuse({ code: 190, message: 'Invalid OAuth access token.' });
    if (known.expiresAt <= this.now()) refuse({ code: 190, subcode: 463, message: 'Error validating access token: Session has expired.' });
    return this.issueToken(known, LONG_LIFE_S, true);
  }

  person(token: string): PersonToken | undefined {
    return this.known.personTokens[token];
  }

  /** The page of a token that came by a log-in, and when it ends, in seconds as pages have it. */
  pageOf(token: string): { readonly page: MessengerPage; readonly expiresAt: number } | undefined {
    const known = this.known.pageTokens[token];
    const page = known && this.state.pages[known.pageId];
    return page && { page, expiresAt: Math.floor(known.expiresAt / 1_000) };
  }

  /** By a long-lived token of the person it never ends; otherwise it ends with it. */
  pageToken({ longLived, expiresAt }: PersonToken, { pageId }: MessengerPage): string {
    const ends = longLived ? 0 : expiresAt;
    const before = Object.entries(this.known.pageTokens).find(([, known]) => known.pageId === pageId && known.expiresAt === ends);
    if (before) return before[0];
    const token = `EAA${randomBytes(90).toString('hex')}`;
    this.known.pageTokens[token] = { pageId, expiresAt: ends };
    return token;
  }

  private issueToken({ appId, scopes, pageIds }: Granted, seconds: number, longLived: boolean) {
    const token = `EAAU${randomBytes(90).toString('hex')}`;
    this.known.personTokens[token] = { appId, scopes, pageIds, expiresAt: this.now() + seconds * 1_000, longLived };
    return { access_token: token, token_type: 'bearer', expires_in: seconds };
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

const answersChallenge = ({ value, method }: NonNullable<IssuedCode['challenge']>, verifier: unknown): boolean => {
  if (typeof verifier !== 'string') return false;
  return value === (method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url'));
};
