import { derivedId } from '@madoguchi/event-sourcing';
import type { Rate } from './channel.js';
import type { SendReplyPorts } from './send-reply-ports.js';

interface Place {
  readonly replyId: string;
  readonly accountId: string;
  readonly recipient: string;
  readonly rates: { readonly account: Rate; readonly recipient?: Rate };
}

/** `later`: come again then; `isNew`: it was not known before. */
type Turn = { readonly later?: undefined } | { readonly later: Date; readonly isNew: boolean };

/** For a platform that asks to wait with one recipient without telling a rate. */
const ONE_BY_ONE: Rate = { burst: 1, perSecond: 1 };

/** Who has not come for a place so long after its time has ended elsewhere. */
const PATIENCE_MS = 10 * 60_000;

/** Buckets are kept in a table that knows nobody. */
const recipientBucket = ({ accountId, recipient }: Place) => derivedId('recipient', accountId, recipient);

/**
 * Lets replies wait for the platform's limits: first for their recipient's turn, and only then for a place of the account, so that a
 * recipient who may get one message in six seconds holds up nobody else. Places are remembered in this process; one that is lost with
 * it costs a little time and no message.
 */
export const queueUp = (ports: Pick<SendReplyPorts, 'pace' | 'now'>) => {
  const waiting = new Map<string, { readonly of: 'recipient' | 'account'; readonly turn: Date }>();

  let nextTidyAt = 0;

  const tidy = (now: number): void => {
    if (now < nextTidyAt) return;
    nextTidyAt = now + PATIENCE_MS;
    for (const [replyId, { turn }] of waiting) if (turn.getTime() + PATIENCE_MS <= now) waiting.delete(replyId);
  };

  const until = (replyId: string, of: 'recipient' | 'account', turn: Date): Turn => {
    waiting.set(replyId, { of, turn });
    return { later: turn, isNew: true };
  };

  const waitFor = async (place: Place): Promise<Turn> => {
    const { replyId, accountId, rates } = place;
    tidy(ports.now().getTime());
    const known = waiting.get(replyId);
    if (known && known.turn > ports.now()) return { later: known.turn, isNew: false };
    if (!known && rates.recipient) {
      const turn = await ports.pace.take(recipientBucket(place), rates.recipient);
      if (turn > ports.now()) return until(replyId, 'recipient', turn);
    }
    if (known?.of !== 'account') {
      const turn = await ports.pace.take(accountId, rates.account);
      if (turn > ports.now()) return until(replyId, 'account', turn);
    }
    waiting.delete(replyId);
    return {};
  };

  /** The platform has said how long nobody may write, under the account or to the recipient. */
  const everybody = (place: Place, holds: 'account' | 'recipient', forMs: number): Promise<void> => {
    const end = new Date(ports.now().getTime() + forMs);
    return holds === 'account'
      ? ports.pace.hold(place.accountId, place.rates.account, end)
      : ports.pace.hold(recipientBucket(place), place.rates.recipient ?? ONE_BY_ONE, end);
  };

  /** It has ended, with or without its turn: whoever sends it again takes another place. */
  const leave = (replyId: string): void => void waiting.delete(replyId);

  return Object.assign(waitFor, { everybody, leave });
};
