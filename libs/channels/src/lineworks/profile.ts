import type { Credentials } from '@madoguchi/use-cases';
import { objectIn, textIn } from '../platform-json.js';
import { callLineWorks, type LineWorks } from './call.js';

/** Beside `bot`; an app that does not have it may still send and receive. */
const PROFILE_SCOPE = 'user.profile.read';

/** The member's name. Undefined when the app may not read it, and also when LINE WORKS cannot be asked now. */
export const lineworksProfileOf = async (platform: LineWorks, key: string, credentials: Credentials, signal: AbortSignal) => {
  if (!/^(?!\.{1,2}$)[\x21-\x7e]{1,200}$/.test(key)) return undefined;
  const call = { method: 'GET', path: `users/${encodeURIComponent(key)}`, scope: PROFILE_SCOPE, signal } as const;
  const answer = await callLineWorks(platform, call, credentials);
  const name = answer.kind === 'answered' && answer.status === 200 ? objectIn(answer.body.json?.userName) : undefined;
  const displayName = [textIn(name?.lastName), textIn(name?.firstName)].filter(Boolean).join(' ');
  return displayName === '' ? undefined : { displayName };
};
