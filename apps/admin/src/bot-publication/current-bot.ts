import {
  accountStream,
  type BotPublication,
  botPublicationDecider,
  type BotPublicationEvent,
  botPublicationStream,
  type IntegrationAccount,
  integrationAccountDecider,
  type IntegrationAccountEvent,
} from '@madoguchi/accounts';
import { type EventStore, fold, type Followed, type Recorded } from '@madoguchi/event-sourcing';

/** A bot that we make, as the log has it now: its account, and how far its making has come. */
export interface CurrentBot {
  readonly tenantId: string;
  readonly accountId: string;
  readonly account: IntegrationAccount;
  readonly publication: BotPublication;
  /** The last time, where it was deleted in between. */
  readonly addedAt: Date;
  /** The last event of the publication; of its account where there is none. */
  readonly because: Followed;
}

/** Undefined: there is no such account in this tenant. */
export const currentBot = async (store: EventStore, tenantId: string, accountId: string): Promise<CurrentBot | undefined> => {
  const ofAccount = (await store.readStream(accountStream(accountId))) as readonly Recorded<IntegrationAccountEvent>[];
  const steps = (await store.readStream(botPublicationStream(accountId))) as readonly Recorded<BotPublicationEvent>[];
  const because = steps.at(-1) ?? ofAccount.at(-1);
  const added = ofAccount.findLast(({ type }) => type === 'IntegrationAccountAdded');
  if (!added || because?.metadata.tenantId !== tenantId) return undefined;
  return {
    tenantId,
    accountId,
    account: fold(integrationAccountDecider, ofAccount),
    publication: fold(botPublicationDecider, steps),
    addedAt: new Date(added.metadata.occurredAt),
    because,
  };
};

/** Its account was deleted, or is another one now: nobody wants the bot any more. */
export const isUnwanted = ({ status, botWay }: IntegrationAccount): boolean => status !== 'open' || botWay !== 'simple';
