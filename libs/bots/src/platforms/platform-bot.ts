import type { BotEngine } from '@madoguchi/use-cases';
import { callBot, checkedEndpoint, failedCall, patienceWithEach, TransientError } from '../calls.js';
import type { Post } from '../webhook/post-public.js';
import { answeredWith, NotAnAnswerError, readAnswer } from '../webhook/read-answer.js';
import type { AskPlatform, BotPlatform } from './bot-platform.js';

export interface PlatformBotPorts {
  readonly post: Post;
  now(): Date;
  /** How long nobody is sent to a bot that has failed; default 30 s. */
  readonly openForMs?: number;
}

/**
 * A bot that was built with a platform which knows nothing of our webhook. Such platforms do not recognise a message that they had before,
 * so nothing is repeated: a turn that fails goes to people. They sign nothing either; the secret, where there is one, is shown as a bearer
 * token, for the proxy before them.
 */
export const platformBot = (platform: BotPlatform, { post, now, openForMs = 30_000 }: PlatformBotPorts): BotEngine => {
  const policyOf = patienceWithEach({ attempts: 1, pauseMs: 0, openForMs });

  const asker =
    (secret: string | undefined, signal: AbortSignal): AskPlatform =>
    async (url, body) => {
      const headers: Record<string, string> = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
      const answer = await callBot(post, { url, headers, body: Buffer.from(JSON.stringify(body)) }, signal);
      try {
        return JSON.parse(answer.body.toString('utf8')) as unknown;
      } catch {
        throw new NotAnAnswerError('the body is not JSON');
      }
    };

  return {
    kind: platform.kind,

    answer: async (request, bot, signal) => {
      try {
        if (signal.aborted) throw new TransientError('the deadline had passed before the call');
        const answer = await policyOf(bot).execute(() => platform.converse(request, bot.endpoint ?? '', asker(bot.secret, signal)), signal);
        return answeredWith(readAnswer(Buffer.from(JSON.stringify(answer))), request.capabilities);
      } catch (error) {
        return failedCall(error);
      }
    },

    test: ({ endpoint, secret }, signal) => checkedEndpoint(() => platform.probe(endpoint ?? '', asker(secret, signal)), now),
  };
};
