import type { Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers, badParameter } from './answers.js';
import { type Fields, isObject } from './input.js';
import { checkReachable } from './reach.js';
import type { MessengerPage, Person } from './state.js';

/** Messenger lets "typing" fade after so long. */
const TYPING_SECONDS = 20;

/** A `sender_action`, which never goes together with a message. @throws Refusal */
export const setSign = (world: World, page: MessengerPage, person: Person, fields: Fields, caller: string): Answer => {
  if (fields['message'] !== undefined) return badParameter('A sender_action and a message cannot be sent in one request');
  const payload = readPayload(fields['payload']);
  checkReachable(page, person, caller, world.clock.now());
  const { psid } = person;
  const at = { platform: 'messenger', account: page.pageId, chat: psid } as const;
  switch (fields['sender_action']) {
    case 'typing_on':
      world.live.publish({ type: 'typing', ...at, seconds: TYPING_SECONDS });
      break;
    case 'typing_off':
      world.live.publish({ type: 'typing', ...at, seconds: 0 });
      break;
    case 'mark_seen':
      for (const { id, from, seen } of world.chats.view('messenger', page.pageId, psid).entries)
        if (from === 'customer' && !seen) world.chats.change('messenger', page.pageId, psid, id, { seen: true });
      break;
    case 'react':
    case 'unreact': {
      const { message_id: mid, reaction } = payload;
      if (typeof mid !== 'string' || page.messages[mid]?.psid !== psid) return badParameter('Invalid message_id');
      const isReaction = fields['sender_action'] === 'react';
      if (isReaction && (typeof reaction !== 'string' || reaction === '')) return badParameter('Param payload[reaction] must be an emoji');
      world.chats.change('messenger', page.pageId, psid, mid, { reactions: isReaction ? [reaction as string] : [] });
      break;
    }
    default:
      return badParameter('Param sender_action must be one of {typing_on, typing_off, mark_seen, react, unreact}');
  }
  return answers.ok({ recipient_id: psid });
};

const readPayload = (payload: unknown): Fields => {
  if (payload !== undefined && !isObject(payload)) return badParameter('Param payload must be an object');
  return payload ?? {};
};
