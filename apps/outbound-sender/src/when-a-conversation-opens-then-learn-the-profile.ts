import type { ChannelType, ConversationEvent } from '@madoguchi/conversation';
import { derivedId, follow, type Recorded } from '@madoguchi/event-sourcing';
import type { Channel, Credentials } from '@madoguchi/use-cases';
import type { Commands } from './commands.js';

const CALL_DEADLINE_MS = 10_000;

/** Asks the platform for the customer's name, picture and language. A platform that tells nothing is no failure. */
export const whenAConversationOpensThenLearnTheProfile =
  (channels: ReadonlyMap<ChannelType, Channel>, credentials: (tenantId: string, accountId: string) => Promise<Credentials>, commands: Commands) =>
  async (event: Extract<Recorded<ConversationEvent>, { type: 'ConversationOpened' }>): Promise<void> => {
    const { accountId, channel, customerKey, contactId, customerName } = event.data;
    if (customerName) return;
    const opened = await credentials(event.metadata.tenantId, accountId);
    const profile = await channels.get(channel)?.fetchProfile(customerKey, opened, AbortSignal.timeout(CALL_DEADLINE_MS));
    if (!profile) return;
    const cause = follow(event, { kind: 'system', automation: 'learn-the-profile' }, derivedId('learn-profile', event.id));
    const answer = await commands.contact(contactId, { type: 'LearnProfile', ...profile }, cause);
    if (!answer.ok) throw new Error(`LearnProfile was refused: ${answer.refusal.code}`);
  };
