import { HANA, KEN, MessengerUnderTest, OLGA, PAGE, STRANGER } from '../testing/messenger-account.js';
import { atOneMoment, until } from '../testing/stand-ins.js';

const DAY_MS = 24 * 3_600_000;
const button = (more: object = {}) => ({ type: 'postback', title: 'Red', payload: 'RED', ...more });
const template = (payload: object) => ({ attachment: { type: 'template', payload } });

describe('Messenger, sending', () => {
  let messenger: MessengerUnderTest;
  beforeAll(async () => {
    messenger = await MessengerUnderTest.start();
  });
  afterAll(() => messenger.standIns.stop());
  afterEach(() => messenger.tidy());

  it('shows the customer what was sent, and tells the app that it was, under its own id and metadata', async () => {
    const { status, json, headers } = await messenger.send({ text: 'はい、9時から', metadata: 'madoguchi:1' });
    expect([status, json]).toEqual([200, { recipient_id: HANA, message_id: expect.stringMatching(/^m_\S{40,}$/) }]);
    expect(headers.get('x-app-usage')).toContain('call_count');
    expect(await messenger.lastInChat()).toMatchObject({ id: json.message_id, from: 'account', kind: 'text', text: 'はい、9時から' });
    await messenger.standIns.requests(2);
    const { message_id: mid } = json;
    expect(messenger.events('messaging', 'all')).toEqual([
      {
        sender: { id: PAGE },
        recipient: { id: HANA },
        timestamp: expect.any(Number),
        message: { mid, is_echo: true, app_id: 556677889900111, metadata: 'madoguchi:1', text: 'はい、9時から' },
      },
      { sender: { id: HANA }, recipient: { id: PAGE }, delivery: { mids: [mid], watermark: expect.any(Number) } },
    ]);
  });

  it.each<[string, unknown, string | number]>([
    ['no message', undefined, 2018034],
    ['an empty text', { text: '' }, 2018034],
    ['2000 characters', { text: 'x'.repeat(2_000) }, 'Length of param message[text]'],
    ['text and file together', { text: 'a', attachment: { type: 'image', payload: { attachment_id: '1' } } }, 'Only one of'],
    ['a word that Graph does not know', { text: 'a', colour: 'red' }, 'Invalid keys "colour"'],
    ['long metadata', { text: 'a', metadata: 'x'.repeat(1_000) }, 'message[metadata]'],
    ['a sticker by its digits as text', { sticker_id: '767226160478561' }, 'valid ID'],
    ['a file of no kind', { attachment: { type: 'pdf', payload: { attachment_id: '1' } } }, 'must be one of {image'],
    ['a file without a place', { attachment: { type: 'image', payload: {} } }, 'either url or attachment_id'],
    ['a file that was not uploaded', { attachment: { type: 'image', payload: { attachment_id: '77' } } }, 2018074],
    ['a file that cannot be loaded', { attachment: { type: 'image', payload: { url: 'https://nowhere.example/a.jpg' } } }, 2018008],
    [
      '14 quick replies',
      { text: 'a', quick_replies: Array(14).fill({ content_type: 'text', title: 'a', payload: 'b' }) },
      'between 1 and 13',
    ],
    ['a quick reply without payload', { text: 'a', quick_replies: [{ content_type: 'text', title: 'a' }] }, 'quick_replies[payload]'],
    [
      'a quick reply with a button’s word',
      { text: 'a', quick_replies: [{ type: 'postback', title: 'a', payload: 'b' }] },
      'Invalid keys "type"',
    ],
    ['four buttons', template({ template_type: 'button', text: 'a', buttons: Array(4).fill(button()) }), 'between 1 and 3'],
    ['buttons under 641 characters', template({ template_type: 'button', text: 'x'.repeat(641), buttons: [button()] }), 'payload[text]'],
    [
      '21 characters on a button',
      template({ template_type: 'button', text: 'a', buttons: [button({ title: 'x'.repeat(21) })] }),
      'buttons[title]',
    ],
    [
      '1001 characters behind a button',
      template({ template_type: 'button', text: 'a', buttons: [button({ payload: 'x'.repeat(1_001) })] }),
      'buttons[payload]',
    ],
    [
      'a button to nowhere',
      template({ template_type: 'button', text: 'a', buttons: [{ type: 'web_url', title: 'a', url: 'x' }] }),
      'valid URL',
    ],
    ['eleven cards', template({ template_type: 'generic', elements: Array(11).fill({ title: 'a', subtitle: 'b' }) }), 'between 1 and 10'],
    [
      '81 characters on a card',
      template({ template_type: 'generic', elements: [{ title: 'x'.repeat(81), subtitle: 'b' }] }),
      'elements[title]',
    ],
    ['a card with nothing but a title', template({ template_type: 'generic', elements: [{ title: 'a' }] }), 'beside its title'],
    ['a list template, which is gone', template({ template_type: 'list', elements: [] }), 'template_type must be one of'],
  ])('refuses %s', async (_, message, why) => {
    const { status, json } = await messenger.send(message);
    expect([status, json.error]).toMatchObject([400, { code: 100, type: 'OAuthException', fbtrace_id: expect.any(String) }]);
    if (typeof why === 'number') expect(json.error.error_subcode).toBe(why);
    else expect(json.error.message).toContain(why);
  });

  it.each<[string, Readonly<Record<string, unknown>>, object]>([
    ['nobody', { recipient: undefined }, { code: 100 }],
    ['a stranger’s number', { recipient: { id: '1' } }, { code: 100, error_subcode: 2018001 }],
    ['a person of another page', { recipient: { id: OLGA } }, { code: 100, error_subcode: 2018001 }],
    ['without a type', { messaging_type: undefined }, { code: 100 }],
    ['a tag without the type', { tag: 'HUMAN_AGENT' }, { code: 100 }],
    ['the type without a tag', { messaging_type: 'MESSAGE_TAG' }, { code: 100 }],
    [
      'a tag that has ended',
      { messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE' },
      { code: 100, message: expect.stringContaining('no longer') },
    ],
    ['an answer to a message of somebody else', { reply_to: { mid: 'm_other' } }, { code: 100 }],
    ['a word that Graph does not know', { colour: 'red' }, { code: 100 }],
  ])('refuses a message to or with %s', async (_, more, error) => {
    expect(await messenger.send({ text: 'a' }, more)).toMatchObject({ status: 400, json: { error } });
  });

  it('takes everything for a day, what a person writes for a week, then nothing; any word of the customer begins it again', async () => {
    const hurried = { text: 'a' };
    const asPerson = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
    const closed = {
      status: 400,
      json: { error: { code: 10, error_subcode: 2018278, message: '(#10) This message is sent outside of allowed window.' } },
    };
    await messenger.account.act(HANA, { type: 'text', text: 'もしもし' });
    await messenger.standIns.advance(DAY_MS - 60_000);
    expect((await messenger.send(hurried)).status).toBe(200);
    await messenger.standIns.advance(120_000);
    expect(await messenger.send(hurried)).toMatchObject(closed);
    expect((await messenger.send(hurried, asPerson)).status).toBe(200);
    await messenger.account.settings({ humanAgent: false });
    expect(await messenger.send(hurried, asPerson)).toMatchObject({ status: 403, json: { error: { code: 10 } } });
    await messenger.account.settings({ humanAgent: true });
    await messenger.standIns.advance(6 * DAY_MS);
    expect(await messenger.send(hurried, asPerson)).toMatchObject(closed);
    expect(await messenger.send(hurried, { recipient: { id: STRANGER } })).toMatchObject(closed);
    await messenger.account.act(HANA, { type: 'read' });
    expect(await messenger.send(hurried)).toMatchObject(closed);
    await messenger.account.act(HANA, { type: 'referral' });
    expect((await messenger.send(hurried)).status).toBe(200);
    await messenger.account.act(KEN, { type: 'follow' });
  });

  it('does not reach who has blocked the page, nor anybody while another app has the conversation', async () => {
    await messenger.account.act(KEN, { type: 'block' });
    const toKen = { recipient: { id: KEN } };
    expect(await messenger.send({ text: 'a' }, toKen)).toMatchObject({
      status: 400,
      json: { error: { code: 551, error_subcode: 1545041 } },
    });
    await messenger.account.act(KEN, { type: 'follow' });
    expect((await messenger.send({ text: 'a' }, toKen)).status).toBe(200);
    await messenger.account.settings({ standby: true });
    expect(await messenger.send({ text: 'a' }, toKen)).toMatchObject({
      status: 400,
      json: { error: { code: 10, error_subcode: 2018300 } },
    });
  });

  it('lets the customer tap what is offered: quick replies are said and go, buttons are pressed and stay', async () => {
    const reply = { content_type: 'text', title: 'Red', payload: 'COLOR_RED' };
    const asked = (await messenger.send({ text: '色は？', quick_replies: [reply, { content_type: 'user_email' }] })).json.message_id;
    await messenger.account.act(HANA, { type: 'choose', messageId: asked, choice: 'COLOR_RED' });
    const offered = (await messenger.send(template({ template_type: 'button', text: '色は？', buttons: [button()] }))).json.message_id;
    await messenger.account.act(HANA, { type: 'choose', messageId: offered, choice: 'RED' });
    await expect(messenger.account.act(HANA, { type: 'choose', messageId: offered, choice: 'BLUE' })).rejects.toThrow(/no such choice/);
    await until(
      () => messenger.events().length === 2,
      () => JSON.stringify(messenger.events()),
    );
    expect(messenger.events()).toMatchObject([
      { message: { mid: expect.any(String), text: 'Red', quick_reply: { payload: 'COLOR_RED' } } },
      { postback: { mid: expect.any(String), title: 'Red', payload: 'RED' } },
    ]);
    const chat = await messenger.account.chat(HANA);
    expect(chat.find(({ id }) => id === asked)?.buttons).toEqual([]);
    expect(chat.find(({ id }) => id === offered)?.buttons).toEqual([{ label: 'Red', data: 'RED' }]);
  });

  it('shows cards one under the other, and answers with the words of the button', async () => {
    const elements = [
      { title: '丸の内', subtitle: '21時まで', buttons: [button({ title: 'OK', payload: 'S1' })] },
      { title: '銀座', buttons: [{ type: 'web_url', title: 'OK', url: 'https://x.example/' }] },
    ];
    const { json } = await messenger.send(template({ template_type: 'generic', elements }));
    expect(await messenger.lastInChat()).toMatchObject({
      text: '丸の内: 21時まで\n銀座',
      buttons: [
        { label: '丸の内: OK', data: 'S1' },
        { label: '銀座: OK', url: 'https://x.example/' },
      ],
    });
    await messenger.account.act(HANA, { type: 'choose', messageId: json.message_id, choice: 'S1' });
    await until(
      () => messenger.events().length === 1,
      () => JSON.stringify(messenger.events()),
    );
    expect(messenger.events()).toMatchObject([{ postback: { title: 'OK', payload: 'S1' } }]);
  });

  it('sets signs alone: writing, seen, reactions', async () => {
    const { messageId } = await messenger.account.act(HANA, { type: 'text', text: 'もしもし' });
    const sign = (more: object) => messenger.call('POST', 'me/messages', { recipient: { id: HANA }, ...more });
    const done = { status: 200, json: { recipient_id: HANA } };
    for (const action of ['typing_on', 'typing_off', 'mark_seen']) expect(await sign({ sender_action: action })).toMatchObject(done);
    expect(await sign({ sender_action: 'react', payload: { message_id: messageId, reaction: '👍' } })).toMatchObject(done);
    const seen = async () => (await messenger.account.chat(HANA)).find(({ id }) => id === messageId);
    expect(await seen()).toMatchObject({ seen: true, reactions: ['👍'] });
    expect(await sign({ sender_action: 'unreact', payload: { message_id: messageId } })).toMatchObject(done);
    expect((await seen())?.reactions).toEqual([]);
    const refused = { status: 400, json: { error: { code: 100 } } };
    expect(await sign({ sender_action: 'typing_on', message: { text: 'a' } })).toMatchObject(refused);
    expect(await sign({ sender_action: 'dance' })).toMatchObject(refused);
    expect(await sign({ sender_action: 'react', payload: { message_id: 'm_other', reaction: '👍' } })).toMatchObject(refused);
  });

  it('takes ten videos a second of one page and no more, and says so', async () => {
    const { json } = await messenger.upload('video', new Blob(['mp4']));
    const attachment = { type: 'video', payload: { attachment_id: json.attachment_id } };
    await messenger.standIns.advance(1_000);
    const all = await atOneMoment(() => Promise.all(Array.from({ length: 12 }, () => messenger.send({ attachment }))));
    const refused = all.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({ status: 400, json: { error: { code: 613 } } });
    expect(refused[0]?.headers.get('x-business-use-case-usage')).toContain(PAGE);
  });

  it('misbehaves as told, and notes what really became of a message', async () => {
    const after = (await messenger.account.journal()).entries.at(-1)?.seq ?? 0;
    await messenger.account.fault({ on: 'call', kind: 'rate-limit', call: 'send', times: 1, retryAfter: 7 });
    const limited = await messenger.send({ text: 'a' });
    expect([limited.status, limited.headers.get('retry-after'), limited.json.error.code]).toEqual([429, '7', 4]);
    await messenger.account.fault({ on: 'call', kind: 'accept-then-fail', call: 'send', times: 1 });
    expect(await messenger.send({ text: 'はい' })).toMatchObject({ status: 500, json: { error: { code: 1 } } });
    await messenger.account.fault({ on: 'call', kind: 'accept-then-reset', call: 'send', times: 1 });
    await expect(messenger.send({ text: 'いいえ' })).rejects.toThrow();
    const calls = (await messenger.account.journal(after)).entries.filter((entry) => entry.kind === 'call');
    expect(calls.map((entry) => entry.kind === 'call' && [entry.call, entry.accepted, entry.answered, entry.messages.length])).toEqual([
      ['send', false, 429, 0],
      ['send', true, 500, 1],
      ['send', true, 'reset', 1],
    ]);
    expect(JSON.stringify(calls)).not.toContain('EAAmadoguchi');
    expect((await messenger.account.chat(HANA)).slice(-2).map(({ text }) => text)).toEqual(['はい', 'いいえ']);
  });
});
