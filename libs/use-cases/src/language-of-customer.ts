import {
  contactDecider,
  type ContactEvent,
  contactStream,
  isFromPerson,
  type LanguageSource,
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
  /** In which messages are expected on the account. */
  readonly ofAccount?: string;
  /** What is known of the contact is looked up only then: later it comes with an event of its own. */
  readonly opening: boolean;
}

/** As the account is set, else as the platform told it, else by what was written. */
export const languageOfCustomer =
  ({ store, detect }: LanguagePorts) =>
  async ({
    item,
    contactId,
    ofAccount,
    opening,
  }: Asked): Promise<{ readonly language: string; readonly from: LanguageSource } | undefined> => {
    if (ofAccount !== undefined) return { language: ofAccount, from: 'channel' };
    const told = item.customer.language ?? (opening ? await ofContact(store, contactId) : undefined);
    if (told !== undefined) return { language: told, from: 'profile' };
    const detected = isFromPerson(item.content) ? detect(ownWords(item.content)) : undefined;
    return detected === undefined ? undefined : { language: detected, from: 'detection' };
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
