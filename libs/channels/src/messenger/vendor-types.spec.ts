import type { ButtonTemplatePayload, GenericTemplatePayload, SendMessageRequest } from '@warriorteam/messenger-sdk';
import type { MessengerTemplate } from './choices.js';
import type { MessengerAction } from './mark.js';
import { type MessengerMessage, type MessengerSend, messagesOf } from './message.js';

/** `any` stays as it is. */
type Frozen<T> = 0 extends 1 & T ? T : { readonly [Key in keyof T]: Frozen<T[Key]> };

/** Meta publishes no types, and this package knows neither stickers nor quotes. */
type Known = Omit<MessengerSend, 'message' | 'reply_to'> & { readonly message: Exclude<MessengerMessage, { sticker_id: number }> };

const taken = {
  message: (send: Known): Frozen<SendMessageRequest> => send,
  template: (template: MessengerTemplate): Frozen<ButtonTemplatePayload | GenericTemplatePayload> => template,
  sign: ({ recipient, sender_action }: MessengerAction): Frozen<Pick<SendMessageRequest, 'recipient' | 'sender_action'>> => ({
    recipient,
    sender_action,
  }),
};

describe('what we send to Messenger (types of @warriorteam/messenger-sdk; a drift fails the typecheck)', () => {
  it('is what they publish', () => {
    const [message] = messagesOf({ type: 'choices', style: 'buttons', text: 'a', options: [{ id: 'a', label: 'A' }] }, 'm');
    const send = { recipient: { id: '1' }, messaging_type: 'RESPONSE', message: message as Known['message'] } as const;
    expect(taken.message(send)).toBe(send);
    expect(taken.template({ template_type: 'button', text: 'a', buttons: [] })).toMatchObject({ text: 'a' });
    expect(taken.sign({ recipient: { id: '1' }, sender_action: 'typing_on' })).toMatchObject({ sender_action: 'typing_on' });
  });
});
