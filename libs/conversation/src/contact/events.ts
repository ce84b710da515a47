import type { Personal } from '@madoguchi/event-sourcing';

/** What is known of one person at one account, apart from what they wrote. */
export type ContactEvent =
  | {
      readonly type: 'ContactFollowed';
      readonly data: {
        readonly at: string;
        readonly unblocked?: boolean;
        readonly accountId?: string;
        /** What the platform calls them: to be greeted before they have written anything. */
        readonly customerKey?: Personal<string>;
      };
    }
  /** They blocked us or deleted the chat: answers will not arrive. */
  | { readonly type: 'ContactBlocked'; readonly data: { readonly at: string } }
  /** All that is known now, not only what is new. */
  | { readonly type: 'ContactProfileLearned'; readonly data: ContactProfile }
  /** The picture that lay at `pictureUrl` is in our own store. */
  | { readonly type: 'ContactPictureStored'; readonly data: { readonly pictureUrl: Personal<string>; readonly mediaId: string } }
  /** Their key was destroyed: what was recorded about them before can be read by nobody. Who asked, and when, stands in the metadata. */
  | { readonly type: 'ContactErased'; readonly data: { readonly erasureId: string; readonly reason: EraseReason } };

/** Why somebody is erased. Words of ours only, so that nothing personal gets into what is kept about an erasure. */
export const ERASE_REASONS = ['customer request', 'retention period over', 'order of an authority', 'recorded by mistake'] as const;

export type EraseReason = (typeof ERASE_REASONS)[number];

export interface ContactProfile {
  readonly displayName?: Personal<string>;
  /** At the platform: it may end, and is never shown to anybody. */
  readonly pictureUrl?: Personal<string>;
  readonly language?: string;
  /** ISO 8601: when the platform was asked last. Absent: never, the rest came along with messages. */
  readonly learnedAt?: string;
  /** ISO 8601: when the platform said the name. */
  readonly namedAt?: string;
}

export const contactPersonalFields = {
  ContactFollowed: ['customerKey'],
  ContactBlocked: [],
  ContactProfileLearned: ['displayName', 'pictureUrl'],
  ContactPictureStored: ['pictureUrl'],
  ContactErased: [],
} as const satisfies Record<ContactEvent['type'], readonly string[]>;
