import type { SendRoute } from '@madoguchi/conversation';
import type { Credentials, SendOutcome, SendRequest } from '@madoguchi/use-cases';
import { objectIn, textIn } from '../platform-json.js';
import { unanswered } from '../unanswered.js';
import { callLine, type LineHosts, lineWords, REMEDY_FOR_TOKEN } from './call.js';
import { lineProblems } from './limits.js';
import { lineMessagesOf } from './message.js';
import { videoPreviewOf } from './video-preview.js';

/** LINE names no time with its 429. */
const RATE_PAUSE_MS = 2_000;

/**
 * One attempt. A reply costs nothing but its token works once, for about a minute, and cannot be repeated safely;
 * a push bears the retry key, under which LINE accepts the same message only once in 24 hours.
 */
export const sendToLine = async (
  hosts: LineHosts,
  request: SendRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const [problem] = lineProblems(request.content);
  if (problem) return { outcome: 'rejected', ...problem };
  const messages = lineMessagesOf(request, request.content.type === 'video' ? await videoPreviewOf(hosts, credentials, signal) : undefined);
  if (messages.length === 0) {
    return {
      outcome: 'rejected',
      code: 'media-missing',
      reason: 'LINE fetches files from a public https address, and there is none for this one.',
      remedy: 'Tell your administrator to set MADOGUCHI_PUBLIC_URL, then send it again.',
    };
  }
  const { route, recipient, idempotencyKey } = request;
  const answer =
    route.kind === 'reply'
      ? await callLine(`${hosts.api}/v2/bot/message/reply`, credentials, {
          method: 'POST',
          body: { replyToken: route.token, messages },
          signal,
        })
      : await callLine(`${hosts.api}/v2/bot/message/push`, credentials, {
          method: 'POST',
          body: { to: recipient, messages },
          headers: { 'x-line-retry-key': idempotencyKey },
          signal,
        });
  return answer.kind === 'answered'
    ? outcomeOfStatus(answer.status, answer.body, route, credentials)
    : unanswered(answer, REMEDY_FOR_TOKEN);
};

const outcomeOfStatus = (status: number, body: unknown, route: SendRoute, credentials: Credentials): SendOutcome => {
  const sent = objectIn(body)?.sentMessages;
  // 409: this retry key was accepted by an earlier attempt.
  const acceptedEarlier = status === 409 && route.kind === 'push';
  if (acceptedEarlier || (status === 200 && Array.isArray(sent))) {
    const messages: readonly unknown[] = Array.isArray(sent) ? sent : [];
    return { outcome: 'accepted', providerMessageIds: messages.flatMap((message) => textIn(objectIn(message)?.id) ?? []) };
  }
  if (status === 200) return { outcome: 'unknown', reason: 'LINE answered 200, but the answer cannot be read' };
  const reason = lineWords(body, credentials);
  if (status >= 500) return { outcome: 'unknown', reason: `LINE answered ${status}: ${reason}` };
  const rejected = (code: string, remedy: string): SendOutcome => ({
    outcome: 'rejected',
    code,
    reason: `LINE refused it (${status}): ${reason}`,
    remedy,
  });
  switch (status) {
    case 400:
      if (route.kind === 'reply' && /invalid reply token/i.test(reason)) {
        return { outcome: 'retry', afterMs: 0, reason: 'the reply token is used up or too old', useRoute: { kind: 'push' } };
      }
      return /failed to send messages/i.test(reason)
        ? rejected(
            'recipient-unreachable',
            'The customer is unknown to this LINE account or the account has left the group. Check that the channel access token belongs to this account.',
          )
        : rejected('content-refused', 'Change the message and send it again.');
    case 401:
      return rejected('credentials-refused', REMEDY_FOR_TOKEN);
    case 403:
      return rejected('not-allowed', "The LINE account's plan does not allow this call. Change the plan in LINE Official Account Manager.");
    case 429:
      return /monthly limit/i.test(reason)
        ? rejected('quota-used-up', "This month's messages are used up. Buy more or change the plan in LINE Official Account Manager.")
        : {
            outcome: 'retry',
            afterMs: RATE_PAUSE_MS,
            reason: `LINE asks to slow down: ${reason}`,
            holds: /user/i.test(reason) ? 'recipient' : 'account',
          };
    default:
      return rejected('refused', 'Test the connection of the integration account; the address of the LINE API may be wrong.');
  }
};
