import type { Credentials } from '@madoguchi/use-cases';
import { objectIn, textIn } from '../platform-json.js';
import { callLine, isLineId, type LineHosts } from './call.js';

/**
 * A person's profile, or a group's name and picture. LINE tells which by the first letter of the id; a room (`R…`) has neither.
 * Undefined also when LINE cannot be asked now.
 */
export const lineProfileOf = async (hosts: LineHosts, key: string, credentials: Credentials, signal: AbortSignal) => {
  if (!isLineId(key) || key.startsWith('R')) return undefined;
  const path = key.startsWith('C') ? `group/${key}/summary` : `profile/${key}`;
  const answer = await callLine(`${hosts.api}/v2/bot/${path}`, credentials, { method: 'GET', signal });
  const profile = answer.kind === 'answered' && answer.status === 200 ? objectIn(answer.body) : undefined;
  if (!profile) return undefined;
  return {
    displayName: textIn(profile.displayName) ?? textIn(profile.groupName),
    pictureUrl: textIn(profile.pictureUrl),
    language: textIn(profile.language),
  };
};
