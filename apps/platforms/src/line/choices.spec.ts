import { GROUP, HANA, KEN, LineUnderTest, textMessage } from '../testing/line-account.js';

const postback = (label: string, more: object = {}) => ({ type: 'postback', label, data: `q=${label}`, displayText: label, ...more });
const quickReplies = (text: string, ...actions: readonly object[]) => ({
  ...textMessage(text),
  quickReply: { items: actions.map((action) => ({ type: 'action', action })) },
});
const buttons = (...actions: readonly object[]) => ({ type: 'template', altText: 'a', template: { type: 'buttons', text: 'a', actions } });
const row = (action: object) => ({ type: 'box', layout: 'vertical', action, contents: [{ type: 'text', text: 'a' }] });
const card = (...contents: readonly object[]) => ({
  type: 'flex',
  altText: 'どれ?',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } },
});

describe('LINE, choices and quotes', () => {
  let line: LineUnderTest;
  beforeAll(async () => {
    line = await LineUnderTest.start();
  });
  afterAll(() => line.standIns.stop());
  afterEach(() => line.tidy());

  const sent = async (...messages: readonly object[]) => {
    const { status, json } = await line.push(messages);
    if (status !== 200) throw new Error(JSON.stringify(json));
    return json.sentMessages as readonly { readonly id: string; readonly quoteToken: string }[];
  };
  const offeredBy = async (id: string, customer = HANA) =>
    (await line.account.chat(customer)).find((entry) => entry.id === id)?.buttons ?? [];
  const choose = (messageId: string, choice: string) => line.account.act(HANA, { type: 'choose', messageId, choice });

  describe('quick replies', () => {
    it('come back as a postback, and the chat shows what the customer is said to have said', async () => {
      const [message] = await sent(quickReplies('ご用件は', postback('料金'), postback('予約')));
      expect(await offeredBy(message!.id)).toEqual([
        { label: '料金', data: 'q=料金', text: '料金' },
        { label: '予約', data: 'q=予約', text: '予約' },
      ]);
      await choose(message!.id, 'q=予約');
      await line.standIns.requests(1);
      expect(line.events()[0]).toMatchObject({ type: 'postback', postback: { data: 'q=予約' }, replyToken: expect.any(String) });
      expect(await line.lastInChat()).toMatchObject({ from: 'customer', kind: 'text', text: '予約' });
    });

    it('go when one is tapped, when the customer writes, and when the account does', async () => {
      const tapped = await sent(quickReplies('一', postback('a')));
      await choose(tapped[0]!.id, 'q=a');
      expect(await offeredBy(tapped[0]!.id)).toEqual([]);
      await expect(choose(tapped[0]!.id, 'q=a')).rejects.toThrow(/no such choice/);

      const overtaken = await sent(quickReplies('二', postback('a')));
      await line.account.act(HANA, { type: 'text', text: '別件' });
      expect(await offeredBy(overtaken[0]!.id)).toEqual([]);

      const [first, last] = await sent(quickReplies('三', postback('a')), quickReplies('四', postback('b')));
      expect(await offeredBy(first!.id)).toEqual([]);
      expect(await offeredBy(last!.id)).toHaveLength(1);
    });

    it('of a message action send its text', async () => {
      const [message] = await sent(quickReplies('一', { type: 'message', label: '短い', text: '長い文' }));
      const { messageId } = await choose(message!.id, '長い文');
      await line.standIns.requests(1);
      expect(line.events()[0]).toMatchObject({ type: 'message', message: { id: messageId, type: 'text', text: '長い文' } });
    });
  });

  it('buttons of a template and rows of a card stay, however often they are tapped', async () => {
    const [template, list] = await sent(
      buttons(postback('はい'), { type: 'uri', label: 'サイト', uri: 'https://example.net/' }),
      card({ type: 'text', text: 'どれ?' }, row(postback('赤')), { type: 'button', action: postback('青') }),
    );
    expect((await offeredBy(list!.id)).map(({ label }) => label)).toEqual(['赤', '青']);
    for (const choice of ['q=はい', 'q=はい']) await choose(template!.id, choice);
    await choose(list!.id, 'q=青');
    await line.standIns.requests(3);
    expect(line.events().map((event) => (event as unknown as { postback: { data: string } }).postback.data)).toEqual([
      'q=はい',
      'q=はい',
      'q=青',
    ]);
    expect(await choose(template!.id, 'https://example.net/')).toEqual({ messageId: null, eventIds: [] });
    expect(await offeredBy(template!.id)).toHaveLength(2);
  });

  it('columns of a carousel show their buttons', async () => {
    const columns = ['一', '二'].map((text) => ({ text, actions: [postback(text)] }));
    const [message] = await sent({ type: 'template', altText: 'a', template: { type: 'carousel', columns } });
    expect((await offeredBy(message!.id)).map(({ data }) => data)).toEqual(['q=一', 'q=二']);
  });

  it.each([
    ['a button without a label', buttons({ type: 'postback', data: 'a' }), 'template.actions[0].label', 'May not be empty'],
    ['a button without data', buttons({ type: 'postback', label: 'a' }), 'template.actions[0].data', 'May not be empty'],
    [
      '301 units of data',
      buttons(postback('a', { data: 'x'.repeat(301) })),
      'template.actions[0].data',
      'Length must be between 0 and 300',
    ],
    [
      'an address that LINE does not open',
      buttons({ type: 'uri', label: 'a', uri: 'ftp://example.net' }),
      'template.actions[0].uri',
      'Invalid URI scheme',
    ],
    [
      'a date picker without its mode',
      buttons({ type: 'datetimepicker', label: 'a', data: 'd' }),
      'template.actions[0].mode',
      'May not be empty',
    ],
    [
      'five buttons',
      buttons(...['a', 'b', 'c', 'd', 'e'].map((label) => postback(label))),
      'template.actions',
      'Size must be between 1 and 4',
    ],
    [
      '161 units beside buttons',
      { type: 'template', altText: 'a', template: { type: 'buttons', text: 'x'.repeat(161), actions: [postback('a')] } },
      'template.text',
      'Length must be between 0 and 160',
    ],
    [
      'columns that differ',
      {
        type: 'template',
        altText: 'a',
        template: {
          type: 'carousel',
          columns: [
            { text: 'a', actions: [postback('a')] },
            { text: 'b', actions: [postback('b'), postback('c')] },
          ],
        },
      },
      'template.columns',
      'The number of actions must be the same in all columns',
    ],
    ['an empty text in a card', card({ type: 'text', text: '' }), 'contents.body.contents[0].text', 'May not be empty'],
    [
      'a component that does not exist',
      card({ type: 'hologram' }),
      'contents.body.contents[0].type',
      /^Must be one of the following values: \[box, /,
    ],
    ['a box without a layout', card({ type: 'box', contents: [] }), 'contents.body.contents[0].layout', 'May not be null'],
    [
      'a row whose label has 41 characters',
      card(row(postback('x'.repeat(41), { data: 'a', displayText: 'a' }))),
      'contents.body.contents[0].action.label',
      'Length must be between 0 and 40',
    ],
    ['a card of nothing', { type: 'flex', altText: 'a', contents: { type: 'bubble' } }, 'contents', 'At least one block must be specified'],
    [
      'a card of more than 30 kB',
      card({ type: 'text', text: 'x'.repeat(31_000) }),
      'contents',
      'The size of the bubble must be 30KB or less',
    ],
  ])('refuses %s', async (_what, message, property, words) => {
    const { status, json } = await line.push([message]);
    expect(status).toBe(400);
    expect(json.details).toEqual([
      { property: `messages[0].${property}`, message: typeof words === 'string' ? words : expect.stringMatching(words) },
    ]);
  });

  describe('a quote', () => {
    it('shows the message of either side whose token it bears', async () => {
      const { messageId } = await line.account.act(HANA, { type: 'text', text: '質問' });
      await line.standIns.requests(1);
      const { quoteToken } = line.events()[0]!.message;
      const [answer] = await sent({ ...textMessage('答え'), quoteToken });
      expect(await line.lastInChat()).toMatchObject({ text: '答え', replyTo: messageId });
      await sent({ type: 'sticker', packageId: '446', stickerId: '1988', quoteToken: answer!.quoteToken });
      expect(await line.lastInChat()).toMatchObject({ kind: 'sticker', replyTo: answer!.id });
    });

    it('is refused with a token that is made up, or of another chat; nothing is sent and a reply token is kept', async () => {
      const refused = { status: 400, json: { details: [{ property: 'messages[0].quoteToken', message: 'Invalid quote token' }] } };
      const replyToken = await line.replyTokenOf(HANA);
      const { quoteToken } = line.events().at(-1)!.message;
      const before = await line.account.chat(HANA);
      expect(await line.push([{ ...textMessage('x'), quoteToken: 'made-up' }])).toMatchObject(refused);
      expect(await line.push([{ ...textMessage('x'), quoteToken }], {}, KEN)).toMatchObject(refused);
      expect(await line.reply(replyToken, [{ ...textMessage('x'), quoteToken: 'made-up' }])).toMatchObject(refused);
      expect(await line.account.chat(HANA)).toEqual(before);
      expect((await line.reply(replyToken, [{ ...textMessage('x'), quoteToken }])).status).toBe(200);
    });

    it('of an edited message bears the new token', async () => {
      const group = { id: GROUP, name: '家族' };
      const { messageId } = await line.account.act(HANA, { type: 'text', text: 'まちがい', group });
      await line.account.act(HANA, { type: 'edit', messageId: messageId!, text: '訂正', group });
      await line.standIns.requests(2);
      const { quoteToken } = line.events()[1]!.message;
      expect((await line.push([{ ...textMessage('はい'), quoteToken }], {}, GROUP)).status).toBe(200);
    });
  });
});
