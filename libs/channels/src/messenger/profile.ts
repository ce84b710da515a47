import type { Credentials } from '@madoguchi/use-cases';
import { textIn } from '../platform-json.js';
import { callAsPage, type MessengerHosts, resultIn } from './call.js';

/**
 * A person's name, picture and language. Meta answers with an empty object where the app lacks "Business Asset User Profile Access" or the
 * person did not agree, and refuses for accounts made with a phone number: that is nothing, as when Meta cannot be asked now.
 */
export const messengerProfileOf = async (hosts: MessengerHosts, key: string, credentials: Credentials, signal: AbortSignal) => {
  if (!/^\d{1,25}$/.test(key)) return undefined;
  const query = { fields: 'first_name,last_name,name,profile_pic,locale' };
  const person = resultIn(await callAsPage(hosts, { method: 'GET', path: key, query, signal }, credentials));
  const displayName =
    textIn(person?.name) ?? ([textIn(person?.first_name), textIn(person?.last_name)].filter(Boolean).join(' ') || undefined);
  const pictureUrl = textIn(person?.profile_pic);
  const language = textIn(person?.locale)?.replace('_', '-');
  return (displayName ?? pictureUrl ?? language) ? { displayName, pictureUrl, language } : undefined;
};
