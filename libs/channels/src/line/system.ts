import type { MessageContent } from '@madoguchi/conversation';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';

/**
 * What LINE says about a chat: who came and went, and what a customer did without writing. Undefined for events that are no news of a chat; the
 * signal of a beacon that a customer stands beside is repeated every ten seconds, so only coming to it is.
 */
export const systemContentOf = (event: JsonObject): MessageContent | undefined => {
  const what = textIn(event.type) ?? 'event';
  const system = (...words: readonly (string | undefined)[]): MessageContent => ({
    type: 'system',
    what,
    text: words.filter((word) => word !== undefined).join(' ') || undefined,
  });
  switch (what) {
    case 'join':
    case 'leave':
      return system();
    case 'memberJoined':
      return system(...membersIn(event.joined));
    case 'memberLeft':
      return system(...membersIn(event.left));
    case 'accountLink':
      return system(textIn(objectIn(event.link)?.result));
    case 'videoPlayComplete':
      return system(textIn(objectIn(event.videoPlayComplete)?.trackingId));
    case 'membership': {
      const { type, membershipId } = objectIn(event.membership) ?? {};
      return system(textIn(type), idIn(membershipId));
    }
    case 'beacon': {
      const { type, hwid } = objectIn(event.beacon) ?? {};
      return type === 'stay' ? undefined : system(textIn(type), textIn(hwid));
    }
    default:
      return undefined;
  }
};

const membersIn = (change: unknown): readonly (string | undefined)[] => {
  const { members } = objectIn(change) ?? {};
  return Array.isArray(members) ? members.map((member) => idIn(objectIn(member)?.userId)) : [];
};
