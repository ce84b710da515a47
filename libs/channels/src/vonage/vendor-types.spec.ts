import type {
  MessengerAudioRequest,
  MessengerFileRequest,
  MessengerImageRequest,
  MessengerTextRequest,
  MessengerVideoRequest,
  RCSText,
  SMSMessageRequest,
  ViberImageRequest,
  ViberService,
  ViberTextRequest,
  WhatsAppAudioRequest,
  WhatsAppFileRequest,
  WhatsAppImageRequest,
  WhatsAppTextRequest,
  WhatsAppVideoRequest,
} from '@vonage/messages';
import type { InboundMessage, SMSParams, TypeEnum } from '@vonage/sms';
import { type VonageMessage, vonageMessageOf } from './message.js';
import { smsFieldsOf, type SmsFields } from './sms-send.js';
import { jsonRequest, signedSms, SMS_RECEIVED_AT } from './testing/sms-webhook.js';
import { smsCredentials } from './testing/vonage-setup.js';
import { vonageChannel } from './index.js';

type Ours<Channel extends VonageMessage['channel'], Type extends VonageMessage['message_type']> = Extract<
  VonageMessage,
  { channel: Channel; message_type: Type }
>;

/** Enumerations as the words that travel. */
type Words<Type> = Type extends string ? `${Type}` : Type extends object ? { [Key in keyof Type]: Words<Type[Key]> } : Type;

/** They want a `type` in it, which only their templates have. */
type OnViber<Request> = Omit<Request, 'viber_service'> & { viber_service: Omit<ViberService, 'type'> };

/** The vendor's own, as far as we fill it in; nothing where we have a member that it does not know. */
type Theirs<Mine, Request> = Exclude<keyof Mine, keyof Request> extends never ? Words<Omit<Request, 'client_ref'>> : never;

describe('what we send is what Vonage publishes (their types; a drift fails the typecheck)', () => {
  it('for the Messages API (@vonage/messages)', () => {
    const taken = {
      sms: (message: Ours<'sms', 'text'>): Theirs<typeof message, SMSMessageRequest> => message,
      whatsapp: {
        text: (message: Ours<'whatsapp', 'text'>): Theirs<typeof message, WhatsAppTextRequest> => message,
        image: (message: Ours<'whatsapp', 'image'>): Theirs<typeof message, WhatsAppImageRequest> => message,
        video: (message: Ours<'whatsapp', 'video'>): Theirs<typeof message, WhatsAppVideoRequest> => message,
        audio: (message: Ours<'whatsapp', 'audio'>): Theirs<typeof message, WhatsAppAudioRequest> => message,
        file: (message: Ours<'whatsapp', 'file'>): Theirs<typeof message, WhatsAppFileRequest> => message,
      },
      messenger: {
        text: (message: Ours<'messenger', 'text'>): Theirs<typeof message, MessengerTextRequest> => message,
        image: (message: Ours<'messenger', 'image'>): Theirs<typeof message, MessengerImageRequest> => message,
        video: (message: Ours<'messenger', 'video'>): Theirs<typeof message, MessengerVideoRequest> => message,
        audio: (message: Ours<'messenger', 'audio'>): Theirs<typeof message, MessengerAudioRequest> => message,
        file: (message: Ours<'messenger', 'file'>): Theirs<typeof message, MessengerFileRequest> => message,
      },
      viber: {
        text: (message: Ours<'viber_service', 'text'>): Theirs<typeof message, OnViber<ViberTextRequest>> => message,
        image: (message: Ours<'viber_service', 'image'>): Theirs<typeof message, OnViber<ViberImageRequest>> => message,
      },
      // Of RCS there is no type of the request, only the class that is made into one.
      rcs: ({ channel, to, from, text }: Ours<'rcs', 'text'>): Pick<RCSText, 'channel' | 'to' | 'from' | 'text'> =>
        ({ channel, to, from, text }) as Pick<RCSText, 'channel' | 'to' | 'from' | 'text'>,
    };
    const message = vonageMessageOf({ content: { type: 'text', text: 'a' } }, { channel: 'sms', customer: '819012345678' }, '815098765432');
    expect(message?.channel).toBe('sms');
    expect(taken.sms(message as Ours<'sms', 'text'>)).toBe(message);
  });

  it('for the SMS API (@vonage/sms)', () => {
    const taken = (fields: SmsFields): Omit<SMSParams, 'type'> & { readonly type: `${TypeEnum}` } => fields;
    expect(taken(smsFieldsOf({ to: '819012345678', from: '815098765432', text: 'a' })).type).toBe('text');
  });

  it('and what we read of an SMS is what they say comes (@vonage/sms)', () => {
    const webhook: { readonly [Name in Exclude<keyof InboundMessage, 'data' | 'udh'>]: string } = {
      'api-key': smsCredentials.apiKey,
      msisdn: '819012345678',
      to: smsCredentials.number,
      messageId: '1A0000002B3C4D61',
      text: 'b',
      type: 'text',
      keyword: 'B',
      'message-timestamp': '2026-11-20 01:04:00',
      timestamp: '1795136640',
      nonce: '0c2f6a0e-9a0b-4b3a-8d66-2f90a2a1d001',
      concat: 'true',
      'concat-ref': '108',
      'concat-total': '2',
      'concat-part': '2',
    };
    const channel = vonageChannel({ rest: 'http://127.0.0.1:9', api: 'http://127.0.0.1:9' });
    expect(channel.readWebhook(jsonRequest(JSON.stringify(signedSms(webhook))), smsCredentials, SMS_RECEIVED_AT)).toMatchObject({
      items: [{ providerMessageId: '1A0000002B3C4D61', content: { text: '(2/2) b' } }],
    });
  });
});
