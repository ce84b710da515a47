import type { WebhookReading } from '@madoguchi/use-cases';
import { AccountSigns } from './account-signs.js';
import type { IngressAccount } from './find-account.js';

const account: IngressAccount = { tenantId: 't', accountId: 'a', credentials: {}, verified: true };
const waiting: IngressAccount = { ...account, verified: false };
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 25, 10, 0, seconds));
const read = (items: number): WebhookReading => ({
  verdict: 'read',
  answer: { status: 200 },
  items: Array(items).fill({ kind: 'unread' }),
});
const handshake: WebhookReading = { verdict: 'handshake', answer: { status: 200 } };
const wrongToken: WebhookReading = {
  verdict: 'refused',
  answer: { status: 403 },
  reason: 'the verify token is not the one of this account',
};

describe('what a request says of the account itself', () => {
  it('is told once the platform has proved something, or somebody failed to', () => {
    const of = (
      ...[channel, about, reading, method]: [
        channel: 'line' | 'messenger',
        about: IngressAccount,
        reading: WebhookReading,
        method: 'GET' | 'POST',
      ]
    ) => new AccountSigns().of(channel, about, reading, method, at(0))?.sign;
    expect(of('messenger', account, handshake, 'GET')).toBe('handshake');
    expect(of('messenger', account, wrongToken, 'GET')).toBe('handshake refused');
    expect(of('messenger', account, { ...wrongToken, answer: { status: 401 } }, 'POST')).toBeUndefined();
    expect(of('line', account, read(0), 'POST')).toBe('verify request');
    expect(of('messenger', account, read(0), 'POST')).toBeUndefined();
    expect(of('messenger', waiting, read(2), 'POST')).toBe('signed request');
    expect(of('messenger', account, read(2), 'POST')).toBeUndefined();
  });

  it('is told again only after a while, and at once when it could not be stored', () => {
    const signs = new AccountSigns();
    const refused = (seconds: number) => signs.of('messenger', account, wrongToken, 'GET', at(seconds));
    expect(refused(0)).toBeDefined();
    const told = refused(1);
    expect(told).toBeDefined();
    signs.remember(told!);
    expect(refused(2)).toBeUndefined();
    expect(refused(601)).toBeDefined();
  });
});
