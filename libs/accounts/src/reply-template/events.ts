/** A text that agents insert with one key, one for each language. */
export type ReplyTemplateEvent =
  | {
      readonly type: 'ReplyTemplateAdded';
      readonly data: {
        readonly name: string;
        /** What is typed after the slash. */
        readonly shortcut?: string;
        /** BCP 47 tag → text with placeholders such as `{{customer.name}}`; at least one. */
        readonly texts: Readonly<Record<string, string>>;
      };
    }
  | { readonly type: 'ReplyTemplateRenamed'; readonly data: { readonly name: string } }
  /** Null: it has none any more. */
  | { readonly type: 'ReplyTemplateShortcutSet'; readonly data: { readonly shortcut: string | null } }
  | { readonly type: 'ReplyTemplateTextSet'; readonly data: { readonly language: string; readonly text: string } }
  | { readonly type: 'ReplyTemplateTextRemoved'; readonly data: { readonly language: string } }
  /** Offered to nobody any more; what was sent with it stays. */
  | { readonly type: 'ReplyTemplateArchived'; readonly data: Readonly<Record<string, never>> };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const replyTemplatePersonalFields = {
  ReplyTemplateAdded: [],
  ReplyTemplateRenamed: [],
  ReplyTemplateShortcutSet: [],
  ReplyTemplateTextSet: [],
  ReplyTemplateTextRemoved: [],
  ReplyTemplateArchived: [],
} as const satisfies Record<ReplyTemplateEvent['type'], readonly string[]>;
