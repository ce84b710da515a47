import type { Meta } from './calls.js';
import { eventOf } from './event.js';
import type { WhatsAppAccount, WhatsAppUser } from './state.js';

export interface StatusError {
  readonly code: number;
  readonly title: string;
  readonly details: string;
}

/** What a message dies of after it was accepted. */
export const FAILURES = {
  undeliverable: { code: 131026, title: 'Message undeliverable', details: 'Message Undeliverable.' },
  windowClosed: {
    code: 131047,
    title: 'Re-engagement message',
    details: 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  media: { code: 131053, title: 'Media upload error', details: '' },
} as const satisfies Readonly<Record<string, StatusError>>;

export interface Status {
  readonly id: string;
  readonly recipient: Pick<WhatsAppUser, 'id'> & Partial<WhatsAppUser>;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly error?: StatusError;
  readonly callbackData?: string;
  /** Then the number is not told. */
  readonly toUserId: boolean;
}

/** @returns the events' ids in the journal */
export const tellStatus = ({ deliveries, world }: Meta, account: WhatsAppAccount, told: Status): readonly string[] => {
  const { id, recipient, status, error, callbackData, toUserId } = told;
  const number = recipient.number ?? recipient.id;
  const failed = status === 'failed';
  const element = {
    id,
    status,
    timestamp: String(Math.floor(world.clock.now().getTime() / 1_000)),
    ...(toUserId ? {} : { recipient_id: number }),
    ...(failed && !toUserId ? {} : { recipient_user_id: recipient.userId ?? recipient.id }),
    ...(status === 'sent' || status === 'delivered'
      ? { pricing: { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' } }
      : {}),
    // Meta promises it for what went well only.
    ...(callbackData === undefined || failed ? {} : { biz_opaque_callback_data: callbackData }),
    ...(error
      ? {
          errors: [
            {
              code: error.code,
              title: error.title,
              message: error.title,
              error_data: { details: error.details },
              href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
            },
          ],
        }
      : {}),
  };
  const contact = { ...(toUserId ? {} : { wa_id: number }), ...(recipient.userId ? { user_id: recipient.userId } : {}) };
  const value = { ...(failed ? {} : { contacts: [contact] }), statuses: [element] };
  return deliveries.emit(account, eventOf(account, `${id} ${status}`, value));
};
