import { type Decider, type Erased, idOf, isErased, type StreamName, streamName } from '@madoguchi/event-sourcing';
import type { ContactEvent, ContactProfile, EraseReason } from './events.js';

export const contactStream = (contactId: string): StreamName => streamName('contact', contactId);

export type ContactCommand =
  | {
      readonly type: 'RecordFollow';
      readonly at: string;
      readonly unblocked?: boolean;
      readonly accountId?: string;
      readonly customerKey?: string;
    }
  | { readonly type: 'RecordBlock'; readonly at: string }
  /** What the platform answered when it was asked at `learnedAt` (ISO 8601). */
  | {
      readonly type: 'LearnProfile';
      readonly displayName?: string;
      readonly pictureUrl?: string;
      readonly language?: string;
      readonly learnedAt: string;
    }
  /** What came along with a message that the platform took at `at` (ISO 8601). */
  | { readonly type: 'LearnName'; readonly displayName: string; readonly language?: string; readonly at: string }
  | { readonly type: 'RecordPicture'; readonly pictureUrl: string; readonly mediaId: string }
  /** Only once nobody can read what was recorded. */
  | { readonly type: 'EraseContact'; readonly erasureId: string; readonly reason: EraseReason };

export interface Contact {
  /** Nothing of what was erased. */
  readonly profile: KnownProfile;
  /** In our own store. */
  readonly picture?: { readonly pictureUrl: string; readonly mediaId: string };
  /** At least once; they may have come back since. */
  readonly erased?: true;
}

export type KnownProfile = { readonly [Field in keyof ContactProfile]?: Exclude<ContactProfile[Field], Erased> };

export const contactDecider: Decider<Contact, ContactCommand, ContactEvent> = {
  initialState: () => ({ profile: {} }),
  evolve: (contact, event) => {
    switch (event.type) {
      case 'ContactProfileLearned':
        return { ...contact, profile: known(event.data), picture: event.data.pictureUrl === undefined ? undefined : contact.picture };
      case 'ContactPictureStored': {
        const { pictureUrl, mediaId } = event.data;
        return isErased(pictureUrl) ? contact : { ...contact, picture: { pictureUrl, mediaId } };
      }
      case 'ContactErased':
        return { profile: {}, erased: true };
      default:
        return contact;
    }
  },
  decide: (command, contact) => {
    switch (command.type) {
      case 'RecordFollow': {
        const { at, unblocked, accountId, customerKey } = command;
        return [{ type: 'ContactFollowed', data: { at, unblocked, accountId, customerKey } }];
      }
      case 'RecordBlock':
        return [{ type: 'ContactBlocked', data: { at: command.at } }];
      case 'LearnProfile':
        return learnProfile(command, contact);
      case 'LearnName':
        return learnName(command, contact);
      case 'RecordPicture': {
        const { pictureUrl, mediaId } = command;
        const known = contact.picture?.pictureUrl === pictureUrl && contact.picture.mediaId === mediaId;
        // While it was fetched, the platform may have told of another one, or of none.
        if (known || contact.profile.pictureUrl !== pictureUrl) return [];
        return [{ type: 'ContactPictureStored', data: { pictureUrl, mediaId } }];
      }
      case 'EraseContact':
        return [{ type: 'ContactErased', data: { erasureId: command.erasureId, reason: command.reason } }];
    }
  },
  subjectOf: (_event, stream) => idOf(stream),
};

/** Of a profile that was erased, nothing counts: also when the platform was asked is no reason not to ask again when they come back. */
const known = (profile: ContactProfile): KnownProfile =>
  isErased(profile.displayName) || isErased(profile.pictureUrl) ? {} : (profile as KnownProfile);

/**
 * A name or language that the platform does not tell is kept, because another message told it; a picture that is gone is gone. An
 * answer that tells nothing at all changes nothing.
 */
const learnProfile = (command: ContactCommand & { type: 'LearnProfile' }, { profile }: Contact): readonly ContactEvent[] => {
  const { displayName, pictureUrl, language, learnedAt } = command;
  if (displayName === undefined && pictureUrl === undefined && language === undefined) return [];
  if (profile.learnedAt !== undefined && Date.parse(profile.learnedAt) >= Date.parse(learnedAt)) return [];
  const data = {
    displayName: displayName ?? profile.displayName,
    pictureUrl,
    language: language ?? profile.language,
    learnedAt,
    namedAt: displayName === undefined ? profile.namedAt : learnedAt,
  };
  return [{ type: 'ContactProfileLearned', data }];
};

/** A message that is delivered again, or late, does not bring an old name back. */
const learnName = (command: ContactCommand & { type: 'LearnName' }, { profile }: Contact): readonly ContactEvent[] => {
  const { displayName, language = profile.language, at } = command;
  if (profile.namedAt !== undefined && Date.parse(profile.namedAt) > Date.parse(at)) return [];
  if (displayName === profile.displayName && language === profile.language) return [];
  return [{ type: 'ContactProfileLearned', data: { ...profile, displayName, language, namedAt: at } }];
};
