/** What is known of one person at one account, apart from what they wrote. */
export type ContactEvent =
  | { readonly type: 'ContactFollowed'; readonly data: { readonly at: string; readonly unblocked?: boolean } }
  /** They blocked us or deleted the chat: answers will not arrive. */
  | { readonly type: 'ContactBlocked'; readonly data: { readonly at: string } }
  | { readonly type: 'ContactProfileLearned'; readonly data: { readonly displayName?: string; readonly pictureUrl?: string; readonly language?: string } };

export const contactPersonalFields = {
  ContactFollowed: [],
  ContactBlocked: [],
  ContactProfileLearned: ['displayName', 'pictureUrl'],
} as const satisfies Record<ContactEvent['type'], readonly string[]>;
