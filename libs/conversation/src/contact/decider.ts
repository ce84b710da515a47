import { type Decider, type StreamName, streamName } from '@madoguchi/event-sourcing';
import type { ContactEvent } from './events.js';

export const contactStream = (contactId: string): StreamName => streamName('contact', contactId);

export type ContactCommand =
  | { readonly type: 'RecordFollow'; readonly at: string; readonly unblocked?: boolean }
  | { readonly type: 'RecordBlock'; readonly at: string }
  | { readonly type: 'LearnProfile'; readonly displayName?: string; readonly pictureUrl?: string; readonly language?: string };

export interface Contact {
  readonly profile: { readonly displayName?: string; readonly pictureUrl?: string; readonly language?: string };
}

const sameProfile = (a: Contact['profile'], b: Contact['profile']) =>
  a.displayName === b.displayName && a.pictureUrl === b.pictureUrl && a.language === b.language;

export const contactDecider: Decider<Contact, ContactCommand, ContactEvent> = {
  initialState: () => ({ profile: {} }),
  evolve: (contact, event) => (event.type === 'ContactProfileLearned' ? { profile: event.data } : contact),
  decide: (command, contact) => {
    switch (command.type) {
      case 'RecordFollow':
        return [{ type: 'ContactFollowed', data: { at: command.at, unblocked: command.unblocked } }];
      case 'RecordBlock':
        return [{ type: 'ContactBlocked', data: { at: command.at } }];
      case 'LearnProfile': {
        const { displayName, pictureUrl, language } = command;
        const profile = { displayName, pictureUrl, language };
        return sameProfile(profile, contact.profile) ? [] : [{ type: 'ContactProfileLearned', data: profile }];
      }
    }
  },
};
