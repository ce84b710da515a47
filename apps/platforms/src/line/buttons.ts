import type { ChatButton } from '../control-api.js';
import { isObject, type Json } from './fields.js';
import type { MessageObject } from './messages.js';

/** What stays on the message for ever, and the quick replies, which go with the next message. */
export interface ShownButtons {
  readonly staying: readonly ChatButton[];
  readonly quick: readonly ChatButton[];
}

export const buttonsOf = (message: MessageObject): ShownButtons => {
  const items = isObject(message['quickReply']) ? message['quickReply']['items'] : undefined;
  return {
    staying: [...actionsIn(message['template']), ...actionsIn(message['contents'])].map(asButton),
    quick: (Array.isArray(items) ? items : []).flatMap((item: unknown) =>
      isObject(item) && isObject(item['action']) ? [asButton(item['action'])] : [],
    ),
  };
};

/** Every action inside of a template or Flex container, in the order in which it is shown. */
const actionsIn = (part: unknown): readonly Json[] => {
  if (Array.isArray(part)) return part.flatMap(actionsIn);
  if (!isObject(part)) return [];
  const actions = [part['action'], ...(Array.isArray(part['actions']) ? part['actions'] : [])].filter(isObject);
  const inner = ['columns', 'header', 'hero', 'body', 'footer', 'contents'].flatMap((name) => actionsIn(part[name]));
  return [...actions, ...inner];
};

/** A postback's `text` is what the chat shows as the customer's words; a message action's is what the customer sends. */
const asButton = (action: Json): ChatButton => {
  const word = (name: string) => (typeof action[name] === 'string' ? action[name] : undefined);
  const data = word('data');
  const text = data === undefined ? word('text') : (word('displayText') ?? word('text'));
  const url = word('uri');
  return {
    label: word('label') ?? text ?? String(action['type']),
    ...(data === undefined ? {} : { data }),
    ...(text === undefined ? {} : { text }),
    ...(url === undefined ? {} : { url }),
  };
};
