import type { Credentials } from '@madoguchi/use-cases';
import { objectIn, textIn } from '../platform-json.js';
import { callLine, isLineId, type LineHosts } from './call.js';

/**
 * A person's profile, or a group's name and picture. LINE tells which by the first letter of the id; a room (`R…`) has neither.
 * Of `<group or room>/<person>`: that member, who need not be a friend.
 * Undefined also when LINE cannot be asked now.
 */
export const lineProfileOf = async (hosts: LineHosts, key: string, credentials: Credentials, signal: AbortSignal) => {
  const path = pathOf(key);
  if (path === undefined) return undefined;
  const answer = await callLine(`${hosts.api}/v2/bot/${path}`, credentials, { method: 'GET', signal });
  const profile = answer.kind === 'answered' && answer.status === 200 ? objectIn(answer.body) : undefined;
  if (!profile) return undefined;
  return {
    displayName: textIn(profile.displayName) ?? textIn(profile.groupName),
    pictureUrl: textIn(profile.pictureUrl),
    language: textIn(profile.language),
  };
};

const pathOf = (key: string): string | undefined => {
  const [chat = '', member, ...more] = key.split('/');
  if (!isLineId(chat) || (member !== undefined && !isLineId(member)) || more.length > 0) return undefined;
  const place = chat.startsWith('C') ? 'group' : chat.startsWith('R') ? 'room' : undefined;
  if (place === undefined) return member === undefined ? `profile/${chat}` : undefined;
  if (member !== undefined) return `${place}/${chat}/member/${member}`;
  return place === 'group' ? `group/${chat}/summary` : undefined;
};
