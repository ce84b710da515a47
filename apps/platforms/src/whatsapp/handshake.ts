import { randomInt } from 'node:crypto';
import { httpsUrl, InternetError, isReservedHost } from '../internet.js';
import type { World } from '../world.js';
import { answers, refuse } from './answers.js';
import type { Override } from './state.js';

const ANSWER_WITHIN_MS = 10_000;
const LONGEST_URL = 200;

/**
 * Asks an address for its challenge before it becomes one for webhooks.
 *
 * @throws Refusal
 */
export const verifyCallback = async (world: World, given: unknown, verifyToken: unknown): Promise<Override> => {
  if (typeof given !== 'string' || given.length > LONGEST_URL)
    return refuse(answers.badParameter(`override_callback_uri must be an address of at most ${LONGEST_URL} characters.`));
  const url = httpsUrl(given);
  if (!url || isReservedHost(url.hostname)) return refuse(answers.badParameter('override_callback_uri must be a public https address.'));
  if (typeof verifyToken !== 'string' || verifyToken === '') return refuse(answers.missing('verify_token'));
  const challenge = String(randomInt(100_000_000, 2_000_000_000));
  const asked = new URL(url);
  asked.searchParams.set('hub.mode', 'subscribe');
  asked.searchParams.set('hub.challenge', challenge);
  asked.searchParams.set('hub.verify_token', verifyToken);
  try {
    const headers = { 'user-agent': 'facebookplatform/1.0 (+http://developers.facebook.com)' };
    const answer = await world.internet.request({ method: 'GET', url: asked, headers, deadlineMs: ANSWER_WITHIN_MS, maxBytes: 10_000 });
    if (answer.status !== 200)
      return refuse(answers.callbackFailed(`HTTP Status Code = ${answer.status}; HTTP Message = ${answer.reason}`));
    if (answer.body.toString('utf8').trim() !== challenge) return refuse(answers.callbackFailed('The challenge did not come back.'));
    return { url: given, verifyToken };
  } catch (error) {
    if (error instanceof InternetError) return refuse(answers.callbackFailed(`curl_error = ${error.message}`));
    throw error;
  }
};
