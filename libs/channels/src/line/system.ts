import type { MessageContent } from '@madoguchi/conversation';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';

/**
 * What LINE says about a chat: who came and went, and whether a customer has linked their account. Undefined for events that are no news of a
 * chat, and for those that come without anybody having written and in numbers, from beacons, videos and memberships: none may open a case.
 */
export const systemContentOf = (event: JsonObject): MessageContent | undefined => {
  switch (event.type) {
    case 'join':
    case 'leave':
      return { type: 'system', what: event.type };
    case 'memberJoined':
      return { type: 'system', what: event.type, text: membersIn(event.joined) };
    case 'memberLeft':
      return { type: 'system', what: event.type, text: membersIn(event.left) };
    case 'accountLink':
      return { type: 'system', what: event.type, text: textIn(objectIn(event.link)?.result) };
    default:
      return undefined;
  }
};

/** LINE tells ids, no names. */
const membersIn = (change: unknown): string | undefined => {
  const { members } = objectIn(change) ?? {};
  const ids = Array.isArray(members) ? members.flatMap((member: unknown) => idIn(objectIn(member)?.userId) ?? []) : [];
  return textIn(ids.join(' '));
};
