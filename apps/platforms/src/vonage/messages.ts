import { httpsUrl } from '../internet.js';
import type { WrongField } from './answers.js';
import { asObject } from './application.js';
import { NUMBER } from './state.js';

export type Message = Readonly<Record<string, unknown>>;

/** What a business can send on a channel, as far as it stands in here. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  sms: ['text'],
  whatsapp: ['text', 'image', 'audio', 'video', 'file'],
};

const MAX_TEXT: Readonly<Record<string, number>> = { sms: 1_000, whatsapp: 4_096 };
const MAX_CLIENT_REF = 100;
const ENCODINGS = ['auto', 'text', 'unicode'];

const MEMBERS = ['channel', 'message_type', 'to', 'from', 'client_ref', 'webhook_url', 'webhook_version', 'ttl'];

/** @returns what is wrong with the body of `POST /v1/messages`; nothing when it can be sent. */
export const wrongIn = (message: Message): readonly WrongField[] => {
  const { channel, message_type: type, to, from, client_ref: ref, webhook_version: version } = message;
  const kinds = KINDS[String(channel)];
  if (!kinds) return [{ name: 'channel', reason: `must be one of ${Object.keys(KINDS).join(', ')}` }];
  if (!kinds.includes(String(type))) return [{ name: 'message_type', reason: `must be one of ${kinds.join(', ')}` }];
  const content = type === 'text' ? wrongText(message) : wrongFile(message, String(type));
  const known = [...MEMBERS, String(type), String(channel), ...(channel === 'whatsapp' ? ['context'] : [])];
  return [
    ...(typeof to === 'string' && NUMBER.test(to)
      ? []
      : [{ name: 'to', reason: 'is not a number with its country code and nothing but digits' }]),
    ...(typeof from === 'string' && from !== '' ? [] : [{ name: 'from', reason: 'is required' }]),
    ...(ref === undefined || (typeof ref === 'string' && ref.length <= MAX_CLIENT_REF)
      ? []
      : [{ name: 'client_ref', reason: `has more than ${MAX_CLIENT_REF} characters` }]),
    ...(version === undefined || version === 'v1' || version === 'v0.1' ? [] : [{ name: 'webhook_version', reason: 'must be v1 or v0.1' }]),
    ...content,
    ...Object.keys(message)
      .filter((name) => !known.includes(name))
      .map((name) => ({ name, reason: 'is not known' })),
  ];
};

const wrongText = ({ channel, text, sms }: Message): readonly WrongField[] => {
  const limit = MAX_TEXT[String(channel)] ?? 0;
  const encoding = asObject(sms)['encoding_type'];
  return [
    ...(typeof text === 'string' && text !== '' ? [] : [{ name: 'text', reason: 'is required' }]),
    ...(typeof text === 'string' && text.length > limit ? [{ name: 'text', reason: `has more than ${limit} characters` }] : []),
    ...(encoding === undefined || ENCODINGS.includes(String(encoding))
      ? []
      : [{ name: 'sms.encoding_type', reason: `must be one of ${ENCODINGS.join(', ')}` }]),
  ];
};

const wrongFile = (message: Message, type: string): readonly WrongField[] => {
  const { url, caption } = asObject(message[type]);
  return [
    ...(typeof url === 'string' && httpsUrl(url) ? [] : [{ name: `${type}.url`, reason: 'is not an https address' }]),
    ...(caption === undefined || (type !== 'audio' && typeof caption === 'string')
      ? []
      : [{ name: `${type}.caption`, reason: 'is not allowed' }]),
  ];
};
