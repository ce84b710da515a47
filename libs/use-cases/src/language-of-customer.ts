import {
  contactDecider,
  type ContactEvent,
  contactStream,
  isFromPerson,
  type KnownLanguage,
  type MessageContent,
} from '@madoguchi/conversation';
import type { InboundItem } from '@madoguchi/contracts';
import { type EventStore, fold } from '@madoguchi/event-sourcing';

export interface LanguagePorts {
  readonly store: Pick<EventStore, 'readStream'>;
  /** A tag of BCP 47; undefined when the text does not tell. */
  detect(text: string): string | undefined;
}

interface Asked {
  readonly item: Extract<InboundItem, { kind: 'message' }>;
  readonly contactId: string;
  /** In which messages are expected on the account, and whether what was written counts before that. */
  readonly ofAccount: { readonly language?: string; readonly detectedLanguageMayOverride?: boolean };
  /** What is known of the contact is looked up only then: later it comes with an event of its own. */
  readonly opening: boolean;
}

/** As the account is set, else as the platform told it, else by what was written; by that first where the account lets it. */
export const languageOfCustomer =
  ({ store, detect }: LanguagePorts) =>
  async ({ item, contactId, ofAccount, opening }: Asked): Promise<KnownLanguage | undefined> => {
    const { language: expected, detectedLanguageMayOverride: overrides = false } = ofAccount;
    const told = expected ?? item.customer.language ?? (opening ? await ofContact(store, contactId) : undefined);
    const known = told === undefined ? undefined : ({ language: told, from: expected === undefined ? 'profile' : 'channel' } as const);
    if (known && !overrides) return known;
    const language = isFromPerson(item.content) ? detect(ownWords(item.content)) : undefined;
    if (language === undefined) return known;
    return { language, from: 'detection', ...(overrides ? { instead: known ?? null } : {}) };
  };

/** Labels of buttons and titles of places are not the customer's own. */
const ownWords = (content: MessageContent): string => {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'email':
      return [content.subject, content.text].filter(Boolean).join('\n');
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return content.caption ?? '';
    default:
      return '';
  }
};

const ofContact = async (store: LanguagePorts['store'], contactId: string): Promise<string | undefined> =>
  fold(contactDecider, (await store.readStream(contactStream(contactId))) as unknown as readonly ContactEvent[]).profile.language;
