import type { ChatButton, ChatEntry } from '../control-api.js';
import { checkAction, type Place } from './actions.js';
import { each, isObject, type Json, number, text, url, type Wrong } from './fields.js';

const LANGUAGES = ['ja_JP', 'ko_KR', 'en_US', 'zh_CN', 'zh_TW'];

/** Documented properties of each type; others are refused. `quickReply` goes with all of them. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'i18nTexts'],
  image: ['previewImageUrl', 'originalContentUrl', 'fileId'],
  video: ['previewImageUrl', 'originalContentUrl', 'fileId'],
  audio: ['originalContentUrl', 'fileId'],
  file: ['originalContentUrl', 'fileId'],
  sticker: ['packageId', 'stickerId'],
  link: ['contentText', 'linkText', 'link', 'i18nContentTexts', 'i18nLinkTexts'],
  location: ['title', 'address', 'latitude', 'longitude'],
  button_template: ['contentText', 'i18nContentTexts', 'actions'],
  list_template: ['coverData', 'elements', 'actions'],
  carousel: ['imageAspectRatio', 'imageSize', 'columns'],
  image_carousel: ['columns'],
  flex: ['altText', 'i18nAltTexts', 'contents'],
};

/** Everything that can be told from the message alone. */
export const checkContent = (content: unknown): Wrong => {
  if (!isObject(content)) return 'content is required';
  const type = content['type'];
  const allowed = typeof type === 'string' ? PROPERTIES[type] : undefined;
  if (!allowed) return 'content.type is invalid';
  const extra = Object.keys(content).find((name) => !['type', 'quickReply', ...allowed].includes(name));
  if (extra !== undefined) return `content.${extra} is not allowed`;
  return checkType(content, type as string) ?? checkQuickReply(content['quickReply']);
};

const checkType = (content: Json, type: string): Wrong => {
  const at = 'content';
  const actions = (place: Place, max: number, object = content, where = at) =>
    each(object, where, 'actions', max, (action, here) => checkAction(action, here, place));
  switch (type) {
    case 'text':
      return text(content, at, 'text', 2_000) ?? checkTranslations(content['i18nTexts'], 'text', 2_000);
    case 'image':
    case 'video':
      return byIdOrUrl(content, ['previewImageUrl', 'originalContentUrl']);
    case 'audio':
    case 'file':
      return byIdOrUrl(content, ['originalContentUrl']);
    case 'sticker':
      return text(content, at, 'packageId', 20) ?? text(content, at, 'stickerId', 20);
    case 'link':
      return (
        text(content, at, 'contentText', 1_000) ?? text(content, at, 'linkText', 1_000) ?? url(content, at, 'link', 1_000, 'any scheme')
      );
    case 'location':
      return (
        text(content, at, 'title', 1_000) ??
        text(content, at, 'address', 1_000) ??
        number(content, at, 'latitude', -90, 90) ??
        number(content, at, 'longitude', -180, 180)
      );
    case 'button_template':
      return text(content, at, 'contentText', 1_000) ?? actions('button template', 10);
    case 'list_template':
      return checkList(content);
    case 'carousel':
      return (
        each(content, at, 'columns', 10, (column, here) => checkColumn(column, here) ?? actions('carousel', 3, column, here)) ??
        sameCounts(content)
      );
    case 'image_carousel':
      return each(
        content,
        at,
        'columns',
        10,
        (column, here) =>
          byIdOrUrl(column, ['originalContentUrl'], here) ?? checkAction(column['action'], `${here}.action`, 'image carousel'),
      );
    default:
      return text(content, at, 'altText', 400) ?? checkFlex(content['contents']);
  }
};

/** Both addresses, or the id of an uploaded file: one way, never mixed. */
const byIdOrUrl = (content: Json, names: readonly string[], at = 'content'): Wrong => {
  const given = names.filter((name) => content[name] !== undefined);
  if ((content['fileId'] === undefined) === (given.length === 0)) return `${at} must have either ${names.join(' and ')} or fileId`;
  if (content['fileId'] !== undefined) return text(content, at, 'fileId', 500);
  return names.map((name) => url(content, at, name)).find((problem) => problem !== undefined);
};

const checkTranslations = (translations: unknown, name: string, max: number): Wrong => {
  if (translations === undefined) return undefined;
  return each({ i18n: translations }, 'content', 'i18n', 5, (entry, at) =>
    LANGUAGES.includes(entry['language'] as string) ? text(entry, at, name, max) : `${at}.language is invalid`,
  );
};

const checkList = (content: Json): Wrong => {
  const cover = content['coverData'];
  const coverProblem =
    cover === undefined
      ? undefined
      : isObject(cover)
        ? (text(cover, 'content.coverData', 'title', 1_000, 'optional') ?? text(cover, 'content.coverData', 'subtitle', 1_000, 'optional'))
        : 'content.coverData is invalid';
  return (
    coverProblem ??
    each(
      content,
      'content',
      'elements',
      4,
      (element, at) =>
        text(element, at, 'title', 1_000) ??
        text(element, at, 'subtitle', 1_000, 'optional') ??
        (element['action'] === undefined ? undefined : checkAction(element['action'], `${at}.action`, 'list template')),
    )
  );
};

const checkColumn = (column: Json, at: string): Wrong => {
  const withHead = ['title', 'originalContentUrl', 'fileId'].some((name) => column[name] !== undefined);
  return text(column, at, 'title', 40, 'optional') ?? text(column, at, 'text', withHead ? 60 : 120);
};

const sameCounts = (content: Json): Wrong => {
  const counts = new Set((content['columns'] as Json[]).map((column) => (column['actions'] as unknown[]).length));
  return counts.size === 1 ? undefined : 'content.columns must have the same number of actions';
};

const checkFlex = (contents: unknown): Wrong => {
  if (!isObject(contents) || !['bubble', 'carousel'].includes(contents['type'] as string)) return 'content.contents is invalid';
  return Buffer.byteLength(JSON.stringify(contents)) > 30 * 1024 ? 'content.contents is too large' : undefined;
};

const checkQuickReply = (quickReply: unknown): Wrong => {
  if (quickReply === undefined) return undefined;
  if (!isObject(quickReply)) return 'content.quickReply is invalid';
  return each(quickReply, 'content.quickReply', 'items', 13, (item, at) => checkAction(item['action'], `${at}.action`, 'quick reply'));
};

/** What the member's phone shows of a message. Files are loaded afterwards. */
export const inChat = (content: Json): Pick<ChatEntry, 'kind' | 'text' | 'location' | 'buttons' | 'media'> => {
  const words = (name: string) => content[name] as string;
  const buttons = buttonsOf(content);
  const more = buttons.length > 0 ? { buttons } : {};
  switch (content['type']) {
    case 'text':
      return { kind: 'text', text: words('text'), ...more };
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return { kind: content['type'], media: {}, ...more };
    case 'sticker':
      return { kind: 'sticker', text: `${words('packageId')}/${words('stickerId')}`, ...more };
    case 'location':
      return {
        kind: 'location',
        text: `${words('title')}\n${words('address')}`,
        location: { latitude: content['latitude'] as number, longitude: content['longitude'] as number },
        ...more,
      };
    case 'list_template':
      return { kind: 'text', text: listText(content), ...more };
    default:
      return { kind: 'text', text: words('contentText') ?? words('altText') ?? columnsText(content), ...more };
  }
};

const listText = (content: Json): string => {
  const cover = isObject(content['coverData']) ? content['coverData'] : {};
  const lines = (content['elements'] as Json[]).map(({ title, subtitle }) => [title, subtitle].filter(Boolean).join(': '));
  return [cover['title'], cover['subtitle'], ...lines].filter(Boolean).join('\n');
};

const columnsText = (content: Json): string => ((content['columns'] as Json[]) ?? []).map((column) => column['text'] ?? '').join('\n');

const buttonsOf = (content: Json): ChatButton[] => {
  const quickReply = isObject(content['quickReply']) ? content['quickReply'] : {};
  const entries = (list: unknown) => (Array.isArray(list) ? (list as unknown[]).flat().filter(isObject) : []);
  const actions = [
    ...entries(content['actions']),
    ...[...entries(content['elements']), ...entries(content['columns'])].flatMap((part) => [part['action'], ...entries(part['actions'])]),
    ...entries(quickReply['items']).map((item) => item['action']),
  ];
  const link = content['type'] === 'link' ? [{ label: content['linkText'] as string, url: content['link'] as string }] : [];
  return [...link, ...actions.filter(isObject).map(buttonOf)];
};

/** `data` is what comes back; `text` beside it what the member is heard to say. */
const buttonOf = (action: Json): ChatButton => {
  const data = action['postback'] ?? action['data'];
  const words = action['type'] === 'message' ? (action['text'] ?? action['label']) : undefined;
  return {
    label: String(action['label'] ?? action['type']),
    ...(typeof data === 'string' ? { data } : {}),
    ...(typeof words === 'string' ? { text: words } : {}),
    ...(typeof action['uri'] === 'string' ? { url: action['uri'] } : {}),
  };
};
