import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** Credentials and history stay; what comes in is stored and routed to nobody. */
export interface UnlinkAccount {
  readonly type: 'UnlinkAccount';
  readonly reason: string;
}

export const unlinkAccount = ({ reason }: UnlinkAccount, account: IntegrationAccount): readonly IntegrationAccountEvent[] =>
  account.linked ? [{ type: 'IntegrationAccountUnlinked', data: { reason } }] : [];
