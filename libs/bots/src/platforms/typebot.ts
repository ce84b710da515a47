import type { BotRequest } from '@madoguchi/use-cases';
import { talkOf, wordsOf } from './bot-platform.js';
import type { AskPlatform, BotPlatform } from './bot-platform.js';
import { isTypebotAnswer, readTypebot, type TypebotAnswer } from './read-typebot.js';
import { NotAnAnswerError } from '../webhook/read-answer.js';

/** A chat of Typebot's, and how many of the customer's lines it has answered. */
interface Session {
  readonly id: string;
  readonly answered: number;
  readonly last: TypebotAnswer;
}

const MOST_SESSIONS = 10_000;

/**
 * The chat API of Typebot, synchronous: `startChat` gives a session, `continueChat` takes what was said in it. The sessions are remembered
 * in this process; one that another process began, or that was lost with it, is played again from the customer's lines.
 */
export const typebot = (): BotPlatform => {
  const sessions = new Map<string, Session>();

  const remember = (talk: string, session: Session): Session => {
    sessions.delete(talk);
    sessions.set(talk, session);
    if (sessions.size > MOST_SESSIONS) sessions.delete(sessions.keys().next().value!);
    return session;
  };

  return {
    kind: 'typebot',
    converse: async (request, endpoint, ask) => {
      const talk = `${endpoint} ${talkOf(request)}`;
      const said = request.lines.filter(({ from }) => from === 'customer').map(({ content }) => wordsOf(content, 'label'));
      const known = sessions.get(talk);
      let session =
        known && known.answered <= said.length ? known : remember(talk, await startChat(endpoint, ask, variablesOf(request, said)));
      for (const text of said.slice(session.answered)) {
        const last = answerOf(
          await ask(sessionUrl(endpoint, session.id), { message: { type: 'text', text }, textBubbleContentFormat: 'markdown' }),
        );
        session = remember(talk, { id: session.id, answered: session.answered + 1, last });
      }
      return readTypebot(session.last);
    },
    probe: async (endpoint, ask) => startChat(endpoint, ask, {}),
  };
};

/** The customer's first words are why the chat begins, and answer no question of it. */
const startChat = async (endpoint: string, ask: AskPlatform, prefilledVariables: object): Promise<Session> => {
  const last = answerOf(await ask(`${endpoint}/startChat`, { prefilledVariables, textBubbleContentFormat: 'markdown' }));
  if (last.sessionId === undefined) throw new NotAnAnswerError('the chat was begun without a session');
  return { id: last.sessionId, answered: 1, last };
};

/** Those of the flow's variables that bear these names are filled. */
const variablesOf = ({ accountId, channel, customer }: BotRequest, [firstMessage = '']: readonly string[]) => ({
  firstMessage,
  accountId,
  channel,
  ...customer,
});

/** The endpoint is `…/api/v1/typebots/<public id>`. */
const sessionUrl = (endpoint: string, id: string): string =>
  `${endpoint.replace(/\/typebots\/[^/]+$/, '')}/sessions/${encodeURIComponent(id)}/continueChat`;

const answerOf = (answer: unknown): TypebotAnswer => {
  if (!isTypebotAnswer(answer)) throw new NotAnAnswerError('it has no messages as the chat API of Typebot gives them');
  return answer;
};
