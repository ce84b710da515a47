import type { ChatButton, ChatEntry } from '../control-api.js';
import { httpsUrl } from '../internet.js';
import type { BodyError } from './answers.js';

type Json = Readonly<Record<string, unknown>>;

/** A message object of a send call, as far as the stand-in looks into it. */
export type MessageObject = Json & { readonly type: string };

const TYPES = ['text', 'textV2', 'sticker', 'image', 'video', 'audio', 'location', 'imagemap', 'template', 'flex'] as const;
const MAX_URL = 2_000;

/** Everything that LINE refuses in `messages`; lengths in UTF-16 units, labels in grapheme clusters. */
export const checkMessages = (messages: readonly unknown[]): BodyError[] => {
  if (messages.length < 1 || messages.length > 5) return [{ message: 'Size must be between 1 and 5', property: 'messages' }];
  return messages.flatMap((message, index) => checkMessage(message, `messages[${index}]`));
};

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

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

const text = (message: Json, at: string, name: string, max: number): BodyError[] => {
  const value = message[name];
  if (value === undefined || value === null || value === '') return [{ message: 'May not be empty', property: `${at}.${name}` }];
  return optionalText(message, at, name, max);
};

const optionalText = (message: Json, at: string, name: string, max: number): BodyError[] => {
  const value = message[name];
  if (value === undefined) return [];
  if (typeof value !== 'string' || value.length > max)
    return [{ message: `Length must be between 0 and ${max}`, property: `${at}.${name}` }];
  return [];
};

const url = (message: Json, at: string, name: string): BodyError[] => {
  const value = message[name];
  if (value === undefined || value === '') return [{ message: 'May not be empty', property: `${at}.${name}` }];
  if (typeof value !== 'string' || !httpsUrl(value)) return [{ message: 'Must be a valid HTTPS URL', property: `${at}.${name}` }];
  if (!/^[\x21-\x7e]*$/.test(value)) return [{ message: 'Must be a percent-encoded URL', property: `${at}.${name}` }];
  if (value.length > MAX_URL) return [{ message: `Length must be between 0 and ${MAX_URL}`, property: `${at}.${name}` }];
  return [];
};

const number = (message: Json, at: string, name: string, min: number, max: number): BodyError[] => {
  const value = message[name];
  if (typeof value !== 'number') return [{ message: 'May not be null', property: `${at}.${name}` }];
  return value < min || value > max ? [{ message: `Must be between ${min} and ${max}`, property: `${at}.${name}` }] : [];
};

const size = (value: unknown, at: string, min: number, max: number): BodyError[] => {
  if (Array.isArray(value) && value.length >= min && value.length <= max) return [];
  return [{ message: min === max ? `Size must be ${min}` : `Size must be between ${min} and ${max}`, property: at }];
};

const checkQuickReply = (quickReply: unknown, at: string): BodyError[] => {
  if (quickReply === undefined) return [];
  const items = isObject(quickReply) ? quickReply['items'] : undefined;
  const wrongSize = size(items, `${at}.items`, 1, 13);
  if (wrongSize.length > 0) return wrongSize;
  return (items as unknown[]).flatMap((item, index) =>
    checkAction(isObject(item) ? item['action'] : undefined, `${at}.items[${index}].action`, 20, true),
  );
};

const checkSender = (sender: unknown, at: string): BodyError[] => {
  if (!isObject(sender)) return [];
  return [...optionalText(sender, at, 'name', 20), ...(sender['iconUrl'] === undefined ? [] : url(sender, at, 'iconUrl'))];
};

const graphemes = new Intl.Segmenter();
const lengthInGraphemes = (value: string): number => [...graphemes.segment(value)].length;

const checkAction = (action: unknown, at: string, labelLimit: number, inQuickReply = false): BodyError[] => {
  if (!isObject(action)) return [{ message: 'May not be null', property: at }];
  const label = action['label'];
  const labelErrors =
    typeof label === 'string' && lengthInGraphemes(label) > labelLimit
      ? [{ message: `Length must be between 0 and ${labelLimit}`, property: `${at}.label` }]
      : [];
  switch (action['type']) {
    case 'message':
      return [...labelErrors, ...text(action, at, 'text', 300)];
    case 'postback':
      return [...labelErrors, ...text(action, at, 'data', 300), ...optionalText(action, at, 'displayText', 300)];
    case 'uri':
      return [...labelErrors, ...text(action, at, 'uri', 1000), ...scheme(action, at)];
    case 'datetimepicker':
      return [...labelErrors, ...text(action, at, 'data', 300)];
    case 'clipboard':
      return [...labelErrors, ...text(action, at, 'clipboardText', 1000)];
    case 'richmenuswitch':
      return labelErrors;
    case 'camera':
    case 'cameraRoll':
    case 'location':
      return inQuickReply ? labelErrors : [{ message: 'Must be specified in quick reply', property: `${at}.type` }];
    default:
      return [{ message: 'Invalid action type', property: `${at}.type` }];
  }
};

const scheme = (action: Json, at: string): BodyError[] =>
  typeof action['uri'] === 'string' && !/^(https?|line|tel):/i.test(action['uri'])
    ? [{ message: 'Invalid URI scheme', property: `${at}.uri` }]
    : [];

const actionsOf = (value: unknown, at: string, min: number, max: number, labelLimit = 20): BodyError[] => {
  const wrongSize = size(value, at, min, max);
  return wrongSize.length > 0
    ? wrongSize
    : (value as unknown[]).flatMap((action, index) => checkAction(action, `${at}[${index}]`, labelLimit));
};

const checkTemplate = (template: unknown, at: string): BodyError[] => {
  if (!isObject(template)) return [{ message: 'May not be null', property: at }];
  const withHead = (part: Json, plain: number) => (part['title'] || part['thumbnailImageUrl'] ? 60 : plain);
  switch (template['type']) {
    case 'confirm':
      return [...text(template, at, 'text', 240), ...actionsOf(template['actions'], `${at}.actions`, 2, 2)];
    case 'buttons':
      return [
        ...optionalText(template, at, 'title', 40),
        ...text(template, at, 'text', withHead(template, 160)),
        ...actionsOf(template['actions'], `${at}.actions`, 1, 4),
      ];
    case 'carousel': {
      const wrongSize = size(template['columns'], `${at}.columns`, 1, 10);
      if (wrongSize.length > 0) return wrongSize;
      return (template['columns'] as unknown[]).flatMap((column, index) => {
        const where = `${at}.columns[${index}]`;
        if (!isObject(column)) return [{ message: 'May not be null', property: where }];
        return [...text(column, where, 'text', withHead(column, 120)), ...actionsOf(column['actions'], `${where}.actions`, 1, 3)];
      });
    }
    case 'image_carousel':
      return size(template['columns'], `${at}.columns`, 1, 10);
    default:
      return [{ message: 'Must be one of the following values: [buttons, confirm, carousel, image_carousel]', property: `${at}.type` }];
  }
};

const checkFlex = (contents: unknown, at: string): BodyError[] => {
  if (!isObject(contents)) return [{ message: 'May not be null', property: at }];
  const bytes = Buffer.byteLength(JSON.stringify(contents));
  switch (contents['type']) {
    case 'bubble':
      return bytes > 30 * 1024 ? [{ message: 'The size of the bubble must be 30KB or less', property: at }] : [];
    case 'carousel':
      return bytes > 50 * 1024
        ? [{ message: 'The size of the carousel must be 50KB or less', property: at }]
        : size(contents['contents'], `${at}.contents`, 1, 12);
    default:
      return [{ message: 'Must be one of the following values: [bubble, carousel]', property: `${at}.type` }];
  }
};

/** LINE gives a quote token for these only. */
export const hasQuoteToken = (type: string): boolean => ['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex'].includes(type);

/** What the customer's phone shows of a message object. Pictures are loaded afterwards. */
export const inChat = (message: MessageObject): Pick<ChatEntry, 'kind' | 'text' | 'location' | 'buttons' | 'media'> => {
  const words = (name: string) => message[name] as string;
  const buttons = buttonsOf(message);
  const more = buttons.length > 0 ? { buttons } : {};
  switch (message.type) {
    case 'text':
    case 'textV2':
      return { kind: 'text', text: words('text'), ...more };
    case 'image':
    case 'video':
    case 'audio':
      return { kind: message.type, media: {}, ...more };
    case 'sticker':
      return { kind: 'sticker', text: `${words('packageId')}/${words('stickerId')}`, ...more };
    case 'location':
      return {
        kind: 'location',
        text: `${words('title')}\n${words('address')}`,
        location: { latitude: message['latitude'] as number, longitude: message['longitude'] as number },
        ...more,
      };
    default:
      return { kind: 'text', text: templateText(message) ?? words('altText'), ...more };
  }
};

const templateText = (message: MessageObject): string | undefined => {
  const template = message['template'];
  return isObject(template) && typeof template['text'] === 'string' ? template['text'] : undefined;
};

const buttonsOf = (message: MessageObject): ChatButton[] => {
  const template = isObject(message['template']) ? message['template'] : {};
  const quickReply = isObject(message['quickReply']) ? message['quickReply'] : {};
  const actions = [...((template['actions'] as unknown[]) ?? []), ...((quickReply['items'] as Json[]) ?? []).map((item) => item['action'])];
  return actions.filter(isObject).map((action) => ({
    label: String(action['label'] ?? action['type']),
    ...(typeof action['data'] === 'string' ? { data: action['data'] } : {}),
    ...(typeof action['text'] === 'string' ? { text: action['text'] } : {}),
    ...(typeof action['uri'] === 'string' ? { url: action['uri'] } : {}),
  }));
};
