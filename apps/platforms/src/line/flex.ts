import { type ActionPlace, checkAction } from './actions.js';
import type { BodyError } from './answers.js';
import { isObject, type Json, oneOf, size, text, url } from './fields.js';

const KILOBYTE = 1024;
const COMPONENTS = ['box', 'button', 'filler', 'icon', 'image', 'separator', 'span', 'text', 'video'];
const BLOCKS = ['header', 'hero', 'body', 'footer'];

const IN_BUTTON: ActionPlace = { labelLimit: 40, labelled: true };
const IN_COMPONENT: ActionPlace = { labelLimit: 40, labelled: false };

/** `contents` of a Flex message: size, kinds of components, what each of them needs, and actions. */
export const checkFlex = (contents: unknown, at: string): BodyError[] => {
  if (!isObject(contents)) return [{ message: 'May not be null', property: at }];
  const bytes = Buffer.byteLength(JSON.stringify(contents));
  switch (contents['type']) {
    case 'bubble':
      return bytes > 30 * KILOBYTE ? [{ message: 'The size of the bubble must be 30KB or less', property: at }] : checkBubble(contents, at);
    case 'carousel': {
      if (bytes > 50 * KILOBYTE) return [{ message: 'The size of the carousel must be 50KB or less', property: at }];
      const wrongSize = size(contents['contents'], `${at}.contents`, 1, 12);
      if (wrongSize.length > 0) return wrongSize;
      return (contents['contents'] as unknown[]).flatMap((bubble, index) => {
        const where = `${at}.contents[${index}]`;
        return isObject(bubble) && bubble['type'] === 'bubble'
          ? checkBubble(bubble, where)
          : [{ message: 'Must be one of the following values: [bubble]', property: `${where}.type` }];
      });
    }
    default:
      return [{ message: 'Must be one of the following values: [bubble, carousel]', property: `${at}.type` }];
  }
};

const checkBubble = (bubble: Json, at: string): BodyError[] => {
  const blocks = BLOCKS.filter((block) => bubble[block] !== undefined);
  if (blocks.length === 0) return [{ message: 'At least one block must be specified', property: at }];
  return blocks.flatMap((block) => {
    const kinds = block === 'hero' ? ['box', 'image', 'video'] : ['box'];
    return checkComponent(bubble[block], `${at}.${block}`, kinds);
  });
};

const checkComponent = (component: unknown, at: string, kinds: readonly string[] = COMPONENTS): BodyError[] => {
  if (!isObject(component)) return [{ message: 'May not be null', property: at }];
  const type = component['type'];
  if (!kinds.includes(type as string))
    return [{ message: `Must be one of the following values: [${kinds.join(', ')}]`, property: `${at}.type` }];
  const action =
    type === 'button'
      ? checkAction(component['action'], `${at}.action`, IN_BUTTON)
      : component['action'] === undefined
        ? []
        : checkAction(component['action'], `${at}.action`, IN_COMPONENT);
  return [...action, ...checkNeeds(component, at)];
};

const checkNeeds = (component: Json, at: string): BodyError[] => {
  switch (component['type']) {
    case 'box':
      return [
        ...(component['layout'] === undefined ? [{ message: 'May not be null', property: `${at}.layout` }] : []),
        ...oneOf(component, at, 'layout', ['horizontal', 'vertical', 'baseline']),
        ...(Array.isArray(component['contents'])
          ? component['contents'].flatMap((inner: unknown, index) => checkComponent(inner, `${at}.contents[${index}]`))
          : [{ message: 'May not be null', property: `${at}.contents` }]),
      ];
    case 'text':
      return component['contents'] === undefined ? text(component, at, 'text', Number.MAX_SAFE_INTEGER) : [];
    case 'image':
    case 'icon':
      return url(component, at, 'url');
    case 'video':
      return [
        ...url(component, at, 'url'),
        ...url(component, at, 'previewUrl'),
        ...checkComponent(component['altContent'], `${at}.altContent`, ['box', 'image']),
      ];
    default:
      return [];
  }
};
