import type { Credentials } from '@madoguchi/use-cases';
import { objectIn, textIn } from '../platform-json.js';
import { callViber, resultIn, type ViberHosts } from './call.js';

/**
 * A subscriber's name, picture and language. Viber tells them twice in 12 hours for each customer, and stands in for them where the
 * customer wants to be unknown. Undefined also when Viber cannot be asked now.
 */
export const viberProfileOf = async (hosts: ViberHosts, key: string, credentials: Credentials, signal: AbortSignal) => {
  const user = objectIn(resultIn(await callViber(hosts, 'get_user_details', credentials, { id: key }, signal))?.user);
  const displayName = textIn(user?.name);
  const pictureUrl = textIn(user?.avatar);
  const language = textIn(user?.language);
  return (displayName ?? pictureUrl ?? language) ? { displayName, pictureUrl, language } : undefined;
};
