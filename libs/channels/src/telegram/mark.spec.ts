import type { MarkRequest } from '@madoguchi/use-cases';
import { telegramCredentials, telegramCustomer } from '../testing/telegram-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { telegramChannel } from './index.js';

const done = { status: 200, body: '{"ok":true,"result":true}' };
const refused = (code: number, description: string) => ({
  status: code,
  body: JSON.stringify({ ok: false, error_code: code, description }),
});

const marked = async (mark: MarkRequest['mark'], answer = done) => {
  const platform = await platformThatAnswers({ '/bot': answer });
  const outcome = await telegramChannel({ api: platform.url }).mark({ recipient: telegramCustomer, mark }, telegramCredentials, deadline());
  const [call] = platform.requests;
  return { outcome, method: call?.path.split('/').at(-1), fields: call && (JSON.parse(call.body.toString()) as object) };
};

const reaction = (emoji: string | null, providerMessageId = '41') => ({ kind: 'reaction', providerMessageId, emoji }) as const;

describe('a sign in a chat of Telegram', () => {
  afterEach(stopPlatforms);

  it('of somebody who writes is a chat action', async () => {
    expect(await marked({ kind: 'typing' })).toEqual({
      outcome: { outcome: 'done' },
      method: 'sendChatAction',
      fields: { chat_id: 5550001001, action: 'typing' },
    });
  });

  it('is a reaction on a message, with or without the sign for colours, and is taken back', async () => {
    const chat = { chat_id: 5550001001, message_id: 41 };
    expect(await marked(reaction('❤️'))).toEqual({
      outcome: { outcome: 'done' },
      method: 'setMessageReaction',
      fields: { ...chat, reaction: [{ type: 'emoji', emoji: '❤' }] },
    });
    expect((await marked(reaction(null))).fields).toEqual({ ...chat, reaction: [] });
  });

  it.each([
    [reaction('🧀'), 'reaction-unknown'],
    [reaction('👍', 'callback-4382bfdwdsb323b2d9'), 'no-such-message'],
    [{ kind: 'read', providerMessageId: '41' } as const, 'mark-not-supported'],
  ])('that Telegram does not have is not tried: %j', async (mark, code) => {
    expect(await marked(mark)).toMatchObject({ outcome: { outcome: 'rejected', code }, method: undefined });
  });

  it.each([
    [
      refused(400, 'Bad Request: REACTION_INVALID'),
      { outcome: 'rejected', code: 'refused', reason: expect.stringContaining('REACTION_INVALID') },
    ],
    [refused(401, 'Unauthorized'), { outcome: 'rejected', code: 'credentials-refused' }],
    [refused(429, 'Too Many Requests: retry after 3'), { outcome: 'failed' }],
    [{ status: 502, body: '<html>' }, { outcome: 'failed' }],
    [{ status: 200, body: '<html>' }, { outcome: 'failed' }],
  ])('that Telegram did not set is told as what it is: %j', async (answer, outcome) => {
    expect((await marked(reaction('👍'), answer)).outcome).toMatchObject(outcome);
  });
});
