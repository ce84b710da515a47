import { documentedWebhooks } from '../testing/webhooks.js';
import { cardOf, trackingDataOf } from './choices.js';
import { itemsIn, readViber } from './testing/viber-reading.js';
import { viberCredentials, viberCustomer, viberMessage } from './testing/viber-setup.js';

const bodies = documentedWebhooks('viber');
const bodyOf = (kind: string) => bodies.find((body) => body.includes(`"event":"${kind}"`)) ?? '';
const item = (kind: string) => itemsIn(bodyOf(kind));
const contentOf = (fields: string) =>
  itemsIn(viberMessage('5930826341129907501', fields)).map((each) => each.kind === 'message' && each.content);

describe('a message of Viber', () => {
  it('keeps its 64-bit id to the last digit, and names who wrote when', () => {
    expect(itemsIn(bodies[1] ?? '')).toEqual([
      {
        kind: 'message',
        dedupKey: 'message:5930826341129907201',
        conversationKey: viberCustomer,
        customer: { key: viberCustomer, displayName: '佐藤 花', language: 'ja' },
        providerMessageId: '5930826341129907201',
        content: { type: 'text', text: '営業時間を教えてください 😊' },
        sentAt: '2026-11-20T01:00:00.456Z',
        orderKey: '001795136400456-05930826341129907201',
      },
    ]);
  });

  it('is the same one when its id comes in quotes', () => {
    const [quoted] = itemsIn(viberMessage('"5930826341129907201"', '"type":"text","text":"a"'));
    expect(quoted).toMatchObject({ dedupKey: 'message:5930826341129907201' });
  });

  it('says everything that customers can say', () => {
    const contents = bodies.filter((body) => body.includes('"event":"message"')).flatMap((body) => itemsIn(body));
    expect(contents.map((each) => each.kind === 'message' && each.content)).toEqual([
      { type: 'text', text: '営業時間を教えてください 😊' },
      { type: 'postback', data: 'yes', label: 'はい' },
      {
        type: 'image',
        caption: 'この部品です',
        media: {
          mediaId: expect.any(String),
          source: { kind: 'platform', reference: 'https://dl-media.viber.example/p/6f1d.jpg?Expires=1795140000&Signature=x' },
          fileName: 'IMG_2041.jpg',
          size: 183_422,
        },
      },
      { type: 'video', media: expect.objectContaining({ size: 2_764_110, durationMs: 14_000 }) },
      { type: 'file', media: expect.objectContaining({ size: 90_211, fileName: '領収書 11月.pdf' }) },
      { type: 'contact', name: '鈴木 一郎', phone: '+819012345678' },
      { type: 'location', latitude: 35.681236, longitude: 139.767125 },
      { type: 'text', text: 'https://shop.example.jp/items/4711' },
      {
        type: 'sticker',
        stickerId: '40126',
        media: expect.objectContaining({
          source: { kind: 'platform', reference: 'https://content.cdn.viber.example/stickers/40126.png' },
        }),
      },
    ]);
  });

  it('is understood at its edges: the point 0, 0, a sticker by its digits, files of which little is known', () => {
    expect(contentOf('"type":"location","location":{"lat":0,"lon":0}')).toEqual([{ type: 'location', latitude: 0, longitude: 0 }]);
    expect(contentOf('"type":"sticker","sticker_id":"40126"')).toEqual([{ type: 'sticker', stickerId: '40126' }]);
    expect(contentOf('"type":"picture","media":"https://dl.example/a"')).toMatchObject([{ type: 'image', media: { source: {} } }]);
  });

  it('stays whole where it is not known, or not as documented', () => {
    for (const fields of ['"type":"hologram","a":1', '"type":"text"', '"type":"picture"', '"type":"contact","contact":{}', '"a":1']) {
      expect(contentOf(fields)).toMatchObject([{ type: 'unknown', raw: expect.any(Object) }]);
    }
  });

  it('from inside another chat is kept, and opens no conversation', () => {
    const body = viberMessage('5930826341129907502', '"type":"text","text":"a"').replace('"silent"', '"chat_id":"c1","silent"');
    expect(itemsIn(body)).toMatchObject([{ kind: 'unread', platformKind: 'message', conversationKey: viberCustomer }]);
  });
});

describe('a tap on a button', () => {
  const choices = {
    type: 'choices',
    style: 'quick replies',
    text: 'どれですか?',
    options: [
      { id: 'a', label: 'A & "B"' },
      { id: '__proto__', label: 'constructor' },
      { id: 'site', label: '店舗', url: 'https://shop.example.jp/' },
    ],
  } as const;

  const said = (words: string, tracking: string, silent = false) => {
    const fields = `"type":"text","text":${JSON.stringify(words)},"tracking_data":${JSON.stringify(tracking)}`;
    const body = viberMessage('5930826341129907503', fields).replace('"silent":false', `"silent":${silent}`);
    return itemsIn(body).map((each) => each.kind === 'message' && each.content);
  };
  const tapped = (data: string, label?: string) => [{ type: 'postback', data, label }];

  it('of a keyboard is the choice that the message offered, by the words or the address that it says', () => {
    const tracking = trackingDataOf(choices);
    expect(said('A & "B"', tracking)).toEqual(tapped('a', 'A & "B"'));
    expect(said('constructor', tracking)).toEqual(tapped('__proto__', 'constructor'));
    expect(said('https://shop.example.jp/', tracking, true)).toEqual(tapped('site', '店舗'));
  });

  it('of a card is the choice whatever was said since, and nobody can type it', () => {
    const [, button] = cardOf({ ...choices, style: 'buttons' }).Buttons;
    expect(said(button?.ActionBody ?? '', trackingDataOf({ type: 'text', text: 'x' }), true)).toEqual(tapped('a', 'A & "B"'));
    expect(said(button?.ActionBody ?? '', 'madoguchi')).toEqual([{ type: 'text', text: button?.ActionBody }]);
  });

  it('that is not ours is told apart by its silence', () => {
    for (const words of ['menu_3', 'https://old.example/', 'madoguchi:', 'madoguchi:{}', 'madoguchi:["a"]'])
      expect(said(words, 'madoguchi', true)).toEqual(tapped(words));
  });

  it('is not seen in words of their own, nor in what other senders track', () => {
    expect(said('C', trackingDataOf(choices))).toEqual([{ type: 'text', text: 'C' }]);
    for (const tracking of [
      '',
      'madoguchi',
      'madoguchi:',
      'madoguchi:{"a":1}',
      'madoguchi:[["A"],[1,2],null]',
      '[["A","a"]]',
      'conv:8f2a',
    ]) {
      expect(said('A', tracking)).toEqual([{ type: 'text', text: 'A' }]);
    }
  });

  it('of a keyboard ends with the next message of ours', () => {
    expect(said('constructor', trackingDataOf({ type: 'text', text: 'x' }))).toEqual([{ type: 'text', text: 'constructor' }]);
  });
});

describe('what becomes of our message', () => {
  const about = { providerMessageId: '5930827598000444555' };
  const receipt = (status: string, at: string) => ({ kind: 'receipt', conversationKey: viberCustomer, receipt: { status, at } });

  it('is told by its 64-bit id: delivered, and again by every device as the same thing', () => {
    expect(item('delivered')).toMatchObject([{ ...receipt('delivered', '2026-11-20T01:05:00.000Z'), about }]);
    const device = bodyOf('delivered').replace('1795136700000', '1795136799000');
    expect(itemsIn(device).map(({ dedupKey }) => dedupKey)).toEqual(item('delivered').map(({ dedupKey }) => dedupKey));
  });

  it('is told once for all that was unread: seen', () => {
    const at = '2026-11-20T01:05:10.000Z';
    expect(item('seen')).toMatchObject([
      { ...receipt('read', at), about },
      { ...receipt('read', at), about: { upTo: at } },
    ]);
  });

  it('is told with the words of Viber: failed', () => {
    expect(item('failed')).toMatchObject([
      {
        ...receipt('failed', '2026-11-20T01:05:20.000Z'),
        about,
        receipt: {
          code: 'not-delivered',
          reason: expect.stringContaining('keyboard is not valid'),
          remedy: expect.stringMatching(/\w{4}/),
        },
      },
    ]);
  });

  it('never tells the token, should Viber echo it', () => {
    const echoed = bodyOf('failed').replace('keyboard is not valid', viberCredentials.authToken);
    expect(JSON.stringify(itemsIn(echoed))).not.toContain(viberCredentials.authToken.slice(-12));
  });
});

describe('coming and going', () => {
  it('is a follow and a block', () => {
    expect(item('subscribed')).toMatchObject([{ kind: 'follow', conversationKey: viberCustomer, at: '2026-11-20T01:01:40.000Z' }]);
    expect(item('unsubscribed')).toMatchObject([{ kind: 'block', conversationKey: viberCustomer, customer: { key: viberCustomer } }]);
  });

  const opened = bodyOf('conversation_started');

  it('to open the chat opens no conversation, and is kept with what the link bore', () => {
    expect(itemsIn(opened)).toMatchObject([
      { kind: 'unread', platformKind: 'conversation_started', conversationKey: viberCustomer, raw: { context: 'campaign=autumn' } },
    ]);
  });

  it('is welcomed in the answer, with what send_message takes but for the receiver', () => {
    const { answer } = readViber(opened);
    expect(answer).toMatchObject({ status: 200, contentType: 'application/json' });
    expect(JSON.parse(answer.body ?? '')).toEqual({
      sender: { name: '予約窓口' },
      min_api_version: 1,
      tracking_data: 'madoguchi',
      type: 'text',
      text: 'ようこそ。ご用件をどうぞ。',
    });
  });

  it('is not welcomed where there is no welcome, or where it was before', () => {
    expect(readViber(opened, { ...viberCredentials, welcomeText: '' }).answer).toEqual({ status: 200 });
    expect(readViber(opened.replace('"subscribed":false', '"subscribed":true')).answer).toEqual({ status: 200 });
    expect(readViber(bodyOf('subscribed')).answer).toEqual({ status: 200 });
  });

  it('payments and actions are kept, and are nobody’s message', () => {
    expect(item('client_status')).toMatchObject([{ kind: 'unread', platformKind: 'client_status', conversationKey: viberCustomer }]);
    const action = '{"event":"action","timestamp":1795136800000,"message_token":5930828017000555667}';
    expect(itemsIn(action)).toMatchObject([{ kind: 'unread', platformKind: 'action', conversationKey: 'account' }]);
  });
});
