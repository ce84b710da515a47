import { type Hours, nextChange, type Placeholder } from '@madoguchi/accounts';
import type { AroundConversation, FoundConversation } from '@madoguchi/read-models';
import { openingIn } from '@madoguchi/use-cases';

export interface AboutConversation {
  readonly conversation: FoundConversation;
  readonly around: AroundConversation;
  readonly agentName: string;
  readonly now: Date;
}

/** What stands for the placeholders of a text in this language; undefined where nobody knows it. */
export const placeholderValues = (
  { conversation, around, agentName, now }: AboutConversation,
  language: string,
): Readonly<Record<Placeholder, string | undefined>> => {
  const { customer, account, queue, threadNumber } = conversation;
  const { hours, timeZone, contactWindowName } = around;
  const opening = hours ? nextOpening(hours, now) : undefined;
  return {
    'customer.name': customer.name ?? undefined,
    'agent.name': agentName,
    'account.name': account.name,
    'contactWindow.name': contactWindowName ?? undefined,
    'queue.name': queue?.name,
    'conversation.number': String(threadNumber),
    today: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(now),
    nextOpening: hours && opening ? openingIn(language, opening, hours.timeZone) : undefined,
  };
};

/** While it is open: the one after. */
const nextOpening = (hours: Hours, now: Date): Date | undefined => {
  const change = nextChange(hours, now);
  return change === undefined || change.opens ? change?.at : nextChange(hours, change.at)?.at;
};
