import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** A health check, or the claim of another account here, found that another application gets the messages now. */
export interface RecordPageTakenOver extends Timed {
  readonly type: 'RecordPageTakenOver';
  readonly appId: string;
  readonly appName?: string;
  /** ISO 8601, where the platform says so. */
  readonly since?: string;
}

/** Raised once for each application that has it; until it is taken back. */
export const recordPageTakenOver = (command: RecordPageTakenOver, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  const { appId, appName, since, at } = command;
  if (typeof appId !== 'string' || appId === '') throw new Refusal('bad-app', 'An application is named by its id.');
  if (account.takenOver?.appId === appId) return [];
  const data = {
    appId,
    appName,
    since: since === undefined ? undefined : checkedTime(since).toISOString(),
    detectedAt: checkedTime(at).toISOString(),
  };
  return [{ type: 'PageTakenOver', data }];
};
