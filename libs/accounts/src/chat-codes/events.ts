import type { Problem } from '../onboarding/events.js';

/** What a code says, and to whom it commits the business. */
export interface ChatCode {
  /** Ours, shown to agents: "came by QR: shop window". */
  readonly reference: string;
  /** Stands in the customer's composer, ready to be sent; it is how a message is known to come by this code. */
  readonly prefilledText: string;
  /** Both stand on the printable sheet: whoever uses the code must see who it is, and that he agrees to receive messages. */
  readonly businessName: string;
  readonly consentSentence: string;
  /** Of these texts: BCP 47. */
  readonly language: string;
}

/**
 * QR codes and short links of one WhatsApp number. `revision` counts what the platform has to be told about a code; it has been told
 * up to the last `ChatCodeSettled`.
 */
export type ChatCodesEvent =
  | { readonly type: 'ChatCodeCreated'; readonly data: { readonly chatCodeId: string; readonly revision: number } & ChatCode }
  | { readonly type: 'ChatCodeChanged'; readonly data: { readonly chatCodeId: string; readonly revision: number } & Partial<ChatCode> }
  | { readonly type: 'ChatCodeDeleted'; readonly data: { readonly chatCodeId: string; readonly revision: number } }
  /** The platform has it so. `platformCode`, `link`: the platform's own, of a code that it has issued. */
  | {
      readonly type: 'ChatCodeSettled';
      readonly data: { readonly chatCodeId: string; readonly revision: number; readonly platformCode?: string; readonly link?: string };
    }
  | { readonly type: 'ChatCodeNotSettled'; readonly data: { readonly chatCodeId: string; readonly revision: number } & Problem };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const chatCodesPersonalFields = {
  ChatCodeCreated: [],
  ChatCodeChanged: [],
  ChatCodeDeleted: [],
  ChatCodeSettled: [],
  ChatCodeNotSettled: [],
} as const satisfies Record<ChatCodesEvent['type'], readonly string[]>;
