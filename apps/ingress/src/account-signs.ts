import { type AccountSign, accountSignSubject } from '@madoguchi/contracts';
import type { ChannelType } from '@madoguchi/conversation';
import type { WebhookReading } from '@madoguchi/use-cases';
import type { IngressAccount } from './find-account.js';

/** Whoever knocks more often tells nothing new. */
const PAUSE_MS: Readonly<Record<AccountSign['sign'], number>> = {
  handshake: 0,
  'verify request': 5_000,
  'signed request': 30_000,
  'handshake refused': 10 * 60_000,
};
const MOST_REMEMBERED = 10_000;

/** What requests say of accounts themselves. Bounded: the same sign of the same account is told once in a while only. */
export class AccountSigns {
  private readonly told = new Map<string, number>();

  /** Undefined: there is nothing to tell. */
  of(
    channel: ChannelType,
    account: IngressAccount,
    reading: WebhookReading,
    method: 'GET' | 'POST',
    seenAt: Date,
  ): AccountSign | undefined {
    const sign = signIn(channel, account, reading, method);
    if (!sign) return undefined;
    const { tenantId, accountId } = account;
    const before = this.told.get(`${accountId}/${sign}`);
    if (before !== undefined && seenAt.getTime() - before < PAUSE_MS[sign]) return undefined;
    return { tenantId, accountId, channel, sign, seenAt: seenAt.toISOString() };
  }

  /** It is stored. */
  remember({ accountId, sign, seenAt }: AccountSign): void {
    const name = `${accountId}/${sign}`;
    this.told.delete(name);
    this.told.set(name, Date.parse(seenAt));
    const [oldest] = this.told.keys();
    if (this.told.size > MOST_REMEMBERED && oldest !== undefined) this.told.delete(oldest);
  }
}

export const messageOfSign = (sign: AccountSign) => ({ subject: accountSignSubject(sign), data: Buffer.from(JSON.stringify(sign)) });

/** LINE's console has a button [Verify], and whoever presses it wants to see that it came, also the second time. */
const signIn = (
  channel: ChannelType,
  account: IngressAccount,
  reading: WebhookReading,
  method: 'GET' | 'POST',
): AccountSign['sign'] | undefined => {
  switch (reading.verdict) {
    case 'handshake':
      return 'handshake';
    case 'refused':
      return method === 'GET' && reading.answer.status === 403 ? 'handshake refused' : undefined;
    case 'read': {
      const empty = reading.items.length === 0 && !reading.elsewhere?.length;
      if (empty) return account.verified === false || channel === 'line' ? 'verify request' : undefined;
      return account.verified === false ? 'signed request' : undefined;
    }
  }
};
