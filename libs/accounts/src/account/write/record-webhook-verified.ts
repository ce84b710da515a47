import { checkedTime, type Timed } from '../../moment.js';
import type { IntegrationAccountEvent, VerifiedHow } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** An authentic request of the platform reached us. */
export interface RecordWebhookVerified extends Timed {
  readonly type: 'RecordWebhookVerified';
  readonly how: VerifiedHow;
}

/** A person who presses [Verify] again sees it again; ordinary traffic is a proof only where one was missing. */
export const recordWebhookVerified = (
  { how, at }: RecordWebhookVerified,
  account: IntegrationAccount,
): readonly IntegrationAccountEvent[] =>
  how === 'signed request' && account.verifiedAt !== undefined
    ? []
    : [{ type: 'WebhookVerified', data: { how, verifiedAt: checkedTime(at).toISOString() } }];
