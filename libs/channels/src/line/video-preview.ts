import type { Credentials } from '@madoguchi/use-cases';
import { objectIn, textIn } from '../platform-json.js';
import { callLine, type LineHosts } from './call.js';

/**
 * LINE takes no video without a picture that is shown until it is played, and nothing here can cut one out of a video: so the picture of the
 * LINE account stands in. Undefined where the account has none, or LINE cannot be asked now.
 */
export const videoPreviewOf = async (hosts: LineHosts, credentials: Credentials, signal: AbortSignal): Promise<string | undefined> => {
  const answer = await callLine(`${hosts.api}/v2/bot/info`, credentials, { method: 'GET', signal });
  const picture = answer.kind === 'answered' && answer.status === 200 ? textIn(objectIn(answer.body)?.pictureUrl) : undefined;
  return picture?.startsWith('https://') ? picture : undefined;
};
