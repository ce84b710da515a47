import { checkedTime, type Timed } from '../../moment.js';
import type { Problem } from '../../onboarding/events.js';
import type { PageChoiceEvent } from '../events.js';
import type { PageChoice } from '../state.js';

export type RecordPageOutcome =
  | (Timed & { readonly type: 'RecordPageConnected'; readonly pageId: string; readonly accountId: string; readonly renewed: boolean })
  | (Timed & Problem & { readonly type: 'RecordPageNotConnected'; readonly pageId: string });

/** Two may work at the same page, as after a crash that was none: the first outcome counts. When all are connected there is nothing left to do. */
export const recordPageOutcome = (command: RecordPageOutcome, { status, chosen, outcomes }: PageChoice): readonly PageChoiceEvent[] => {
  const { pageId } = command;
  if (status !== 'offered' || outcomes[pageId]?.state !== 'waiting') return [];
  const now = checkedTime(command.at).toISOString();
  if (command.type === 'RecordPageNotConnected') {
    const { code, reason, remedy } = command;
    return [{ type: 'PageNotConnected', data: { pageId, code, reason, remedy, failedAt: now } }];
  }
  const { accountId, renewed } = command;
  const connected: PageChoiceEvent = { type: 'PageConnected', data: { pageId, accountId, renewed, connectedAt: now } };
  const others = chosen.filter((page) => page.pageId !== pageId);
  return others.every((page) => outcomes[page.pageId]?.state === 'connected')
    ? [connected, { type: 'PageChoiceClosed', data: { why: 'finished', closedAt: now } }]
    : [connected];
};
