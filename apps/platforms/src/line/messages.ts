import type { ChatEntry } from '../control-api.js';
import { checkAction } from './actions.js';
import type { BodyError } from './answers.js';
import { isObject, type Json, number, optionalText, size, text, url } from './fields.js';
import { checkFlex } from './flex.js';
import { checkTemplate } from './templates.js';

/** A message object of a send call, as far as the stand-in looks into it. */
export type MessageObject = Json & { readonly type: string };

const TYPES = ['text', 'textV2', 'sticker', 'image', 'video', 'audio', 'location', 'imagemap', 'template', 'flex'] as const;

/** Everything that LINE refuses in `messages` without looking at the chat. */
export const checkMessages = (messages: readonly unknown[]): BodyError[] => {
  if (messages.length < 1 || messages.length > 5) return [{ message: 'Size must be between 1 and 5', property: 'messages' }];
  return messages.flatMap((message, index) => checkMessage(message, `messages[${index}]`));
};

const checkMessage = (message: unknown, at: string): BodyError[] => {
  if (!isObject(message)) return [{ message: 'May not be empty', property: at }];
  const type = message['type'];
  if (type === undefined || type === '') return [{ message: 'May not be empty', property: `${at}.type` }];
  if (!TYPES.includes(type as (typeof TYPES)[number]))
    return [{ message: `Must be one of the following values: [${TYPES.join(', ')}]`, property: `${at}.type` }];
  return [
    ...checkBody(message, type as (typeof TYPES)[number], at),
    ...checkQuickReply(message['quickReply'], `${at}.quickReply`),
    ...checkSender(message['sender'], `${at}.sender`),
  ];
};

const checkBody = (message: Json, type: (typeof TYPES)[number], at: string): BodyError[] => {
  switch (type) {
    case 'text':
    case 'textV2':
      return text(message, at, 'text', 5000);
    case 'sticker':
      return [...text(message, at, 'packageId', 20), ...text(message, at, 'stickerId', 20)];
    case 'image':
      return [...url(message, at, 'originalContentUrl'), ...url(message, at, 'previewImageUrl')];
    case 'video':
      return [
        ...url(message, at, 'originalContentUrl'),
        ...url(message, at, 'previewImageUrl'),
        ...optionalText(message, at, 'trackingId', 100),
      ];
    case 'audio':
      return [...url(message, at, 'originalContentUrl'), ...number(message, at, 'duration', 1, Number.MAX_SAFE_INTEGER)];
    case 'location':
      return [
        ...text(message, at, 'title', 100),
        ...text(message, at, 'address', 100),
        ...number(message, at, 'latitude', -90, 90),
        ...number(message, at, 'longitude', -180, 180),
      ];
    case 'imagemap':
      return [...url(message, at, 'baseUrl'), ...text(message, at, 'altText', 1500)];
    case 'template':
      return [...text(message, at, 'altText', 1500), ...checkTemplate(message['template'], `${at}.template`)];
    case 'flex':
      return [...text(message, at, 'altText', 1500), ...checkFlex(message['contents'], `${at}.contents`)];
  }
};

const checkQuickReply = (quickReply: unknown, at: string): BodyError[] => {
  if (quickReply === undefined) return [];
  const items = isObject(quickReply) ? quickReply['items'] : undefined;
  const wrongSize = size(items, `${at}.items`, 1, 13);
  if (wrongSize.length > 0) return wrongSize;
  return (items as unknown[]).flatMap((item, index) => {
    const action = isObject(item) && item['type'] === 'action' ? item['action'] : undefined;
    return checkAction(action, `${at}.items[${index}].action`, { labelLimit: 20, labelled: true, inQuickReply: true });
  });
};

const checkSender = (sender: unknown, at: string): BodyError[] => {
  if (!isObject(sender)) return [];
  return [...optionalText(sender, at, 'name', 20), ...(sender['iconUrl'] === undefined ? [] : url(sender, at, 'iconUrl'))];
};

/** LINE gives a quote token for these only. */
export const hasQuoteToken = (type: string): boolean => ['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex'].includes(type);

/** The token of the message that this one quotes; only these can quote. */
export const quoteTokenIn = ({ type, quoteToken }: MessageObject): unknown =>
  ['text', 'textV2', 'sticker'].includes(type) ? quoteToken : undefined;

/** What the customer's phone shows of a message object. Pictures are loaded afterwards. */
export const inChat = (message: MessageObject): Pick<ChatEntry, 'kind' | 'text' | 'location' | 'media'> => {
  const words = (name: string) => message[name] as string;
  switch (message.type) {
    case 'text':
    case 'textV2':
      return { kind: 'text', text: words('text') };
    case 'image':
    case 'video':
    case 'audio':
      return { kind: message.type, media: {} };
    case 'sticker':
      return { kind: 'sticker', text: `${words('packageId')}/${words('stickerId')}` };
    case 'location':
      return {
        kind: 'location',
        text: `${words('title')}\n${words('address')}`,
        location: { latitude: message['latitude'] as number, longitude: message['longitude'] as number },
      };
    default:
      return { kind: 'text', text: templateText(message) ?? words('altText') };
  }
};

const templateText = (message: MessageObject): string | undefined => {
  const template = message['template'];
  return isObject(template) && typeof template['text'] === 'string' ? template['text'] : undefined;
};
