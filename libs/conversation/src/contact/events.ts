/** What is known of one person at one account, apart from what they wrote. */
export type ContactEvent =
  | { readonly type: 'ContactFollowed'; readonly data: { readonly at: string; readonly unblocked?: boolean } }
  /** They blocked us or deleted the chat: answers will not arrive. */
  | { readonly type: 'ContactBlocked'; readonly data: { readonly at: string } }
  /** All that is known now, not only what is new. */
  | { readonly type: 'ContactProfileLearned'; readonly data: ContactProfile }
  /** The picture that lay at `pictureUrl` is in our own store. */
  | { readonly type: 'ContactPictureStored'; readonly data: { readonly pictureUrl: string; readonly mediaId: string } };

export interface ContactProfile {
  readonly displayName?: string;
  /** At the platform: it may end, and is never shown to anybody. */
  readonly pictureUrl?: string;
  readonly language?: string;
  /** ISO 8601: when the platform was asked last. Absent: never, the rest came along with messages. */
  readonly learnedAt?: string;
  /** ISO 8601: when the platform said the name. */
  readonly namedAt?: string;
}

export const contactPersonalFields = {
  ContactFollowed: [],
  ContactBlocked: [],
  ContactProfileLearned: ['displayName', 'pictureUrl'],
  ContactPictureStored: ['pictureUrl'],
} as const satisfies Record<ContactEvent['type'], readonly string[]>;
