import { APP, HANA, MessengerUnderTest, PAGE, STRANGER } from '../testing/messenger-account.js';
import { until } from '../testing/stand-ins.js';

const BOT = '998877665544332';
const BOT_TOKEN = 'EAAbotPlatformTESTtoken';
const INBOX = '263902037430900';
const DAY_MS = 24 * 3_600_000;
const NOT_OWNER = { status: 400, json: { error: { code: 10, error_subcode: 2018300 } } };
const ONLY_PRIMARY = { status: 403, json: { error: { code: 10 } } };

describe('Messenger, a page with a bot’s app beside the desk’s', () => {
  let messenger: MessengerUnderTest;
  beforeAll(async () => {
    messenger = await MessengerUnderTest.start();
  });
  afterAll(() => messenger.standIns.stop());
  afterEach(async () => {
    await messenger.account.settings({ botApp: null });
    await messenger.tidy();
  });

  const withBot = (change: object = {}) =>
    messenger.account.settings({ botApp: { appId: BOT, token: BOT_TOKEN, plays: false, ...change } });
  const write = (text: string) => messenger.account.act(HANA, { type: 'text', text });
  const thread = (action: string, body: object = {}, token?: string) =>
    messenger.call('POST', `${PAGE}/${action}_thread_control`, { recipient: { id: HANA }, ...body }, token);
  const asBot = (action: string, body: object = {}) => thread(action, body, BOT_TOKEN);
  const botSays = (text: string) =>
    messenger.call('POST', `${PAGE}/messages`, { recipient: { id: HANA }, messaging_type: 'RESPONSE', message: { text } }, BOT_TOKEN);
  const owner = async (token?: string) =>
    (await messenger.call('GET', `${PAGE}/thread_owner?recipient=${HANA}`, undefined, token)).json.data;
  /** What came, as `list kind words`. */
  const told = () =>
    messenger.entries().flatMap((entry) =>
      (['messaging', 'standby'] as const).flatMap((list) =>
        (entry[list] ?? []).flatMap((event) => {
          const { message } = event;
          if (message) return [`${list} ${message.is_echo ? `echo ${message.app_id}` : 'message'} ${message.text}`];
          const control = Object.keys(event).find((key) => key.endsWith('_thread_control'));
          return control ? [`${list} ${control}`] : [];
        }),
      ),
    );
  const comes = (expected: readonly string[]) =>
    until(
      () => told().length >= expected.length,
      () => `only ${JSON.stringify(told())}`,
    ).then(() => expect(told()).toEqual(expected));

  it('M-188: gives new threads to the primary receiver; the other app hears of them in standby, and may not write', async () => {
    await withBot();
    await write('hello');
    expect((await botSays('I am a bot')).status).toBe(200);
    await comes(['standby message hello', `standby echo ${BOT} I am a bot`]);
    expect(await messenger.send({ text: 'me too' })).toMatchObject(NOT_OWNER);
    expect(await messenger.call('POST', `${PAGE}/messages`, { recipient: { id: HANA }, sender_action: 'typing_on' })).toMatchObject(
      NOT_OWNER,
    );
    expect(await owner()).toMatchObject([{ thread_owner: { expiration: expect.any(Number) } }]);
    expect(await owner(BOT_TOKEN)).toMatchObject([{ thread_owner: { app_id: BOT } }]);
  });

  it('tells the new owner when it is passed, and refuses what the old one says late', async () => {
    await withBot();
    await write('a person please');
    expect(await asBot('pass', { target_app_id: APP, metadata: '{"reason":"asked for human"}' })).toMatchObject({
      status: 200,
      json: { success: true },
    });
    await write('still there?');
    await comes(['standby message a person please', 'messaging pass_thread_control', 'messaging message still there?']);
    const passed = messenger.events().find((event) => event.pass_thread_control)!;
    expect(passed).toMatchObject({
      sender: { id: HANA },
      pass_thread_control: { previous_owner_app_id: BOT, new_owner_app_id: APP, metadata: '{"reason":"asked for human"}' },
    });
    expect(await botSays('late')).toMatchObject(NOT_OWNER);
    expect(await asBot('pass', { target_app_id: BOT })).toMatchObject(NOT_OWNER);
    expect((await messenger.send({ text: 'here' })).status).toBe(200);
  });

  it('lets only the primary receiver take, and tells whom it was taken from; the other one may ask', async () => {
    await withBot();
    await write('hello');
    expect(await thread('take')).toMatchObject(ONLY_PRIMARY);
    expect((await thread('request', { metadata: 'agent wants in' })).status).toBe(200);
    expect((await asBot('pass', { target_app_id: APP })).status).toBe(200);
    expect((await asBot('take', { metadata: 'bot resumes' })).status).toBe(200);
    await comes(['standby message hello', 'messaging pass_thread_control', 'messaging take_thread_control']);
    expect(await messenger.send({ text: 'late' })).toMatchObject(NOT_OWNER);

    await withBot({ role: 'secondary' });
    await write('again');
    expect((await thread('pass', { target_app_id: BOT })).status).toBe(200);
    expect((await asBot('request')).status).toBe(200);
    expect((await thread('take', { metadata: 'agent joined' })).status).toBe(200);
    expect((await messenger.send({ text: 'mine' })).status).toBe(200);
    expect(await asBot('take')).toMatchObject(ONLY_PRIMARY);
    expect((await asBot('request', { metadata: 'please' })).status).toBe(200);
    await until(
      () => told().at(-1) === 'messaging request_thread_control',
      () => JSON.stringify(told()),
    );
    expect(messenger.events().at(-1)).toMatchObject({ request_thread_control: { requested_owner_app_id: BOT, metadata: 'please' } });
  });

  it('M-187: tells the secondary receivers to the primary one only', async () => {
    const receivers = (token?: string) => messenger.call('GET', 'me/secondary_receivers?fields=id,name', undefined, token);
    await withBot({ name: 'Bot platform' });
    expect(await receivers()).toMatchObject(ONLY_PRIMARY);
    expect((await receivers(BOT_TOKEN)).json.data).toEqual([{ id: APP, name: 'Desk' }]);
    await withBot({ role: 'secondary', name: 'Bot platform' });
    expect((await receivers()).json.data).toEqual([{ id: BOT, name: 'Bot platform' }]);
  });

  it('lets a thread go after a day of silence without a word: it is the primary receiver’s then', async () => {
    await withBot();
    await write('a person please');
    await asBot('pass', { target_app_id: APP });
    await messenger.standIns.advance(DAY_MS);
    expect(await owner()).toEqual([]);
    expect(await messenger.send({ text: 'late' })).toMatchObject(NOT_OWNER);
    expect((await thread('take')).status).toBe(200);
    expect(await owner()).toMatchObject([{ thread_owner: { app_id: APP } }]);
    await messenger.standIns.advance(DAY_MS);
    await write('good morning');
    await until(
      () => told().at(-1) === 'standby message good morning',
      () => JSON.stringify(told()),
    );
  });

  it('is as strict about what is asked as Graph', async () => {
    await withBot();
    await write('hello');
    const refused = async (answer: ReturnType<typeof asBot>) => (await answer).json.error?.message as string;
    expect(await refused(asBot('pass', { target_app_id: '1' }))).toContain('linked to the page');
    expect(await refused(asBot('pass', { target: APP }))).toContain('Invalid keys "target"');
    expect(await refused(asBot('pass', { target_app_id: APP, metadata: 'x'.repeat(1_001) }))).toContain('Length of param metadata');
    expect(await refused(asBot('pass', { recipient: { id: '1' }, target_app_id: APP }))).toContain('No matching user');
    expect((await messenger.call('GET', `${PAGE}/thread_owner?recipient=${STRANGER}`)).json.data).toEqual([]);
    expect((await asBot('pass', { target_app_id: INBOX })).status).toBe(200);
    expect(await messenger.send({ text: 'hello' })).toMatchObject(NOT_OWNER);
  });

  it('has a bot to play with: it repeats, passes who asks for a person, grants, and comes back when it is called', async () => {
    await withBot({ plays: true });
    await write('order status?');
    await write('human');
    await write('thanks');
    await write('bot!');
    await write('silence');
    expect((await thread('request')).status).toBe(200);
    await comes([
      'standby message order status?',
      `standby echo ${BOT} Bot: order status?`,
      'standby message human',
      `standby echo ${BOT} Bot: one moment.`,
      'messaging pass_thread_control',
      'messaging message thanks',
      'messaging message bot!',
      'messaging take_thread_control',
      'standby message silence',
      'messaging pass_thread_control',
    ]);
    expect((await messenger.account.chat(HANA)).find(({ text }) => text === 'Bot: one moment.')).toMatchObject({
      senderName: 'Bot',
      from: 'account',
    });
    expect((await messenger.send({ text: 'here I am' })).status).toBe(200);
  });
});
