import type { ThreadAction } from '@madoguchi/conversation';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { messengerChannel } from './index.js';
import { graphError, messengerCredentials, messengerCustomer } from './testing/messenger-setup.js';

type Answers = Parameters<typeof platformThatAnswers>[0];
const done = { status: 200, body: '{"success":true}' };
const bot = '998877665544332';

const moved = async (action: ThreadAction, answers: Answers, recipient = messengerCustomer) => {
  const platform = await platformThatAnswers(answers);
  const { threadControl } = messengerChannel({ api: platform.url });
  const request = { action, recipient, appId: bot, metadata: 'x'.repeat(1_100) };
  const outcome = await threadControl!.move(request, messengerCredentials, deadline());
  return {
    outcome,
    requests: platform.requests.map(({ method, path, body }) => [method, path.split('?')[0], JSON.parse(body.toString()) as object]),
  };
};

describe('moving a thread at Messenger', () => {
  afterEach(stopPlatforms);

  it.each([
    ['pass', { recipient: { id: messengerCustomer }, target_app_id: bot, metadata: 'x'.repeat(1_000) }],
    ['take', { recipient: { id: messengerCustomer }, metadata: 'x'.repeat(1_000) }],
    ['request', { recipient: { id: messengerCustomer }, metadata: 'x'.repeat(1_000) }],
  ] as const)('M-184: calls %s_thread_control of the page', async (action, body) => {
    const path = `/v25.0/${messengerCredentials.pageId}/${action}_thread_control`;
    expect(await moved(action, { [path]: done })).toEqual({ outcome: { outcome: 'done' }, requests: [['POST', path, body]] });
    expect((await moved(action, { [path]: { status: 200, body: '{"success":"true"}' } })).outcome).toEqual({ outcome: 'done' });
  });

  it.each([
    [
      'is refused for good where the role does not allow it',
      { status: 403, body: graphError(10) },
      { outcome: 'refused', code: 'thread-control-refused', remedy: expect.stringMatching(/Linked apps.*Conversation routing/) },
    ],
    [
      'tells that another app has the thread',
      { status: 400, body: graphError(10, 2018300) },
      { outcome: 'refused', code: 'other-app-owns-conversation' },
    ],
    ['is refused with a dead token', { status: 401, body: graphError(190) }, { outcome: 'refused', code: 'credentials-refused' }],
    ['comes again when Meta is busy', { status: 400, body: graphError(2) }, { outcome: 'retry', afterMs: 2_000 }],
    ['comes again at a limit', { status: 429, headers: { 'retry-after': '7' }, body: '' }, { outcome: 'retry', afterMs: 7_000 }],
    ['comes again after a broken answer: repeated it does no harm', { status: 502, body: '<html>' }, { outcome: 'retry' }],
    ['comes again where 200 says nothing', { status: 200, body: '{}' }, { outcome: 'retry' }],
  ] as const)('%s', async (_, answer, outcome) => {
    expect((await moved('take', { take_thread_control: answer })).outcome).toMatchObject(outcome);
  });

  it('asks nothing for somebody whom only a plugin knows', async () => {
    expect(await moved('take', {}, 'user_ref:x')).toMatchObject({
      outcome: { outcome: 'refused', code: 'recipient-unreachable' },
      requests: [],
    });
  });
});

describe('the role of our app', () => {
  afterEach(stopPlatforms);
  const subscribed = (fields: readonly string[]) => ({
    status: 200,
    body: JSON.stringify({ data: [{ id: messengerCredentials.appId, subscribed_fields: fields }] }),
  });
  const answers: Answers = {
    '/secondary_receivers': { status: 403, body: graphError(10) },
    '/subscribed_apps': subscribed(['messages', 'standby', 'messaging_handovers']),
    '/debug_token': { status: 200, body: '{"data":{}}' },
    '/subscriptions': { status: 200, body: '{"data":[]}' },
    '/v25.0/me': { status: 200, body: JSON.stringify({ id: messengerCredentials.pageId, username: messengerCredentials.pageUsername }) },
  };
  const primary = { status: 200, body: '{"data":[{"id":"998877665544332","name":"Bot"}]}' };
  const checks = async (receiverRole: string | undefined, change: Answers = {}) => {
    const platform = await platformThatAnswers({ ...answers, ...change });
    const credentials = receiverRole === undefined ? messengerCredentials : { ...messengerCredentials, receiverRole };
    const all = await messengerChannel({ api: platform.url }).testConnection(credentials, deadline());
    return all.filter(({ check }) => check === 'receiver role' || check === 'standby');
  };

  it('M-186, M-187: is compared with the one in the form, and so is what we hear of the other app', async () => {
    expect(await checks('secondary')).toMatchObject([
      { check: 'receiver role', ok: true },
      { check: 'standby', ok: true },
    ]);
    expect(await checks('primary', { '/secondary_receivers': primary })).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await checks(undefined)).toEqual([]);
  });

  it('M-185: tells where it is set, by the old name and by the present one', async () => {
    const [wrong, unheard] = await checks('secondary', { '/secondary_receivers': primary, '/subscribed_apps': subscribed(['messages']) });
    expect(wrong).toMatchObject({ ok: false, reason: expect.stringContaining('primary receiver; the form says secondary') });
    expect(wrong?.remedy).toMatch(/Advanced messaging > Linked apps > Messenger receiver.*Conversation routing/);
    expect(unheard).toMatchObject({ ok: false, reason: expect.stringContaining('messaging_handovers, standby') });
    expect(await checks('primary')).toMatchObject([
      { ok: false, reason: expect.stringContaining('secondary receiver; the form says primary') },
      {},
    ]);
  });

  it('is not known while Meta does not answer', async () => {
    expect(await checks('secondary', { '/secondary_receivers': { status: 500, body: '' } })).toMatchObject([
      { ok: false, remedy: 'Test again later.' },
      { ok: true },
    ]);
  });
});
