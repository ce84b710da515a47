/** By which act somebody agreed to receive messages. */
export type ConsentSource =
  /** A first message through a QR code or short link. */
  | { readonly kind: 'chat code'; readonly chatCodeId: string; readonly reference: string }
  /** The platform told of an opt-in; `reference` is its own word. */
  | { readonly kind: 'platform opt-in'; readonly reference: string };

/** That a person agreed to receive messages, of one contact. Who it is, the contact knows. */
export type ConsentEvent =
  | {
      readonly type: 'ConsentGiven';
      readonly data: {
        readonly accountId: string;
        readonly source: ConsentSource;
        /** What they had before their eyes; kept as it was, though the code may say something else today. */
        readonly wording: string;
        readonly businessName: string;
        readonly language: string;
        /** Ours, of the message that shows it; absent where the platform told it otherwise. */
        readonly messageId?: string;
        readonly givenAt: string;
      };
    }
  | { readonly type: 'ConsentWithdrawn'; readonly data: { readonly withdrawnAt: string; readonly how: string } };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const consentPersonalFields = {
  ConsentGiven: [],
  ConsentWithdrawn: [],
} as const satisfies Record<ConsentEvent['type'], readonly string[]>;
