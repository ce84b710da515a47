import type { MarkRequest } from '@madoguchi/use-cases';
import type { Script } from '@madoguchi/use-cases/testing';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { messengerChannel } from './index.js';
import { graphError, messengerCredentials, messengerCustomer, messengerSetup } from './testing/messenger-setup.js';

const recipient = { id: messengerCustomer };

const marked = async (mark: MarkRequest['mark'], answer: Script = messengerSetup.sending.marked as Script, to = messengerCustomer) => {
  const platform = await platformThatAnswers({ '/messages': answer });
  const outcome = await messengerChannel({ api: platform.url }).mark({ recipient: to, mark }, messengerCredentials, deadline());
  return { outcome, bodies: platform.requests.map(({ body }) => JSON.parse(body.toString()) as object) };
};

describe('a sign at Messenger', () => {
  afterEach(stopPlatforms);

  it.each<[string, MarkRequest['mark'], object]>([
    ['that somebody is writing', { kind: 'typing' }, { sender_action: 'typing_on' }],
    ['that everything was read', { kind: 'read', providerMessageId: 'm_1' }, { sender_action: 'mark_seen' }],
    [
      'a reaction',
      { kind: 'reaction', providerMessageId: 'm_im1#02', emoji: '❤️' },
      { sender_action: 'react', payload: { message_id: 'm_im1', reaction: '❤️' } },
    ],
    [
      'a reaction taken back',
      { kind: 'reaction', providerMessageId: 'm_1', emoji: null },
      { sender_action: 'unreact', payload: { message_id: 'm_1' } },
    ],
  ])('goes out alone, never with a message: %s', async (_, mark, action) => {
    expect(await marked(mark)).toEqual({ outcome: { outcome: 'done' }, bodies: [{ recipient, ...action }] });
  });

  it('is not tried on what has no id at Messenger, nor to nobody', async () => {
    const reaction = { kind: 'reaction', providerMessageId: `order:${messengerCustomer}:1`, emoji: '👍' } as const;
    for (const tried of [await marked(reaction), await marked({ kind: 'typing' }, undefined, '@somebody')])
      expect(tried).toMatchObject({ outcome: { outcome: 'rejected', code: 'mark-not-possible' }, bodies: [] });
  });

  it.each<[Script, object]>([
    [
      { status: 400, body: graphError(190, 463) },
      { outcome: 'rejected', code: 'credentials-refused' },
    ],
    [
      { status: 400, body: graphError(10, 2018278) },
      { outcome: 'rejected', code: 'window-closed' },
    ],
    [{ status: 400, body: graphError(613) }, { outcome: 'failed' }],
    [{ status: 500 }, { outcome: 'failed' }],
    [{ status: 200, body: '<html>' }, { outcome: 'failed' }],
    ['reset', { outcome: 'failed' }],
  ])('says what became of it: %j', async (answer, outcome) => {
    expect((await marked({ kind: 'typing' }, answer)).outcome).toMatchObject(outcome);
  });
});
