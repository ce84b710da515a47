import type { MarkRequest } from '@madoguchi/use-cases';
import { lineCredentials, lineCustomer } from '../testing/line-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { lineChannel } from './index.js';

const marked = async (mark: MarkRequest['mark'], answer = { status: 200, body: '{}' }, recipient = lineCustomer) => {
  const platform = await platformThatAnswers({ '/v2/bot/chat/': answer });
  const channel = lineChannel({ api: platform.url, dataApi: 'http://127.0.0.1:9' });
  const outcome = await channel.mark({ recipient, mark }, lineCredentials, deadline());
  const [call] = platform.requests;
  return { outcome, path: call?.path, body: call && (JSON.parse(call.body.toString()) as object) };
};

describe('a sign in a chat of LINE', () => {
  afterEach(stopPlatforms);

  it('of somebody who writes is the loading animation, in 1:1 chats only', async () => {
    expect(await marked({ kind: 'typing' }, { status: 202, body: '{}' })).toEqual({
      outcome: { outcome: 'done' },
      path: '/v2/bot/chat/loading/start',
      body: { chatId: lineCustomer, loadingSeconds: 10 },
    });
    const inGroup = await marked({ kind: 'typing' }, undefined, 'Cccccccccccccccccccccccccccccccccc');
    expect(inGroup).toMatchObject({ outcome: { outcome: 'rejected', code: 'mark-not-supported' }, path: undefined });
  });

  it('of having read goes by the token that came with the message', async () => {
    expect(await marked({ kind: 'read', providerMessageId: '500000000000000011', readToken: 'mrt-11' })).toEqual({
      outcome: { outcome: 'done' },
      path: '/v2/bot/chat/markAsRead',
      body: { markAsReadToken: 'mrt-11' },
    });
    const without = await marked({ kind: 'read', providerMessageId: '500000000000000024' });
    expect(without).toMatchObject({ outcome: { outcome: 'rejected', code: 'read-token-missing' }, path: undefined });
  });

  it.each([
    [
      { status: 400, body: '{"message":"Invalid markAsReadToken."}' },
      { outcome: 'rejected', code: 'refused' },
    ],
    [
      { status: 401, body: '{"message":"invalid token"}' },
      { outcome: 'rejected', code: 'credentials-refused' },
    ],
    [{ status: 429, body: '{"message":"The API rate limit has been exceeded."}' }, { outcome: 'failed' }],
    [{ status: 500, body: '' }, { outcome: 'failed' }],
    [{ status: 200, body: '<html>' }, { outcome: 'failed' }],
  ])('that LINE did not set is told as what it is: %j', async (answer, outcome) => {
    expect((await marked({ kind: 'typing' }, answer)).outcome).toMatchObject(outcome);
  });
});
