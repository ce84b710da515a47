import { HANA, WhatsAppUnderTest } from '../testing/whatsapp-account.js';

const buttons = (count: number, title = (index: number) => `t${index}`) =>
  Array.from({ length: count }, (_, index) => ({ type: 'reply', reply: { id: `b${index}`, title: title(index) } }));
const interactive = (type: string, action: object, body = 'Choose') => ({
  type: 'interactive',
  interactive: { type, body: { text: body }, action },
});
const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `r${index}`, title: `Row ${index}`, description: 'd' }));
const template = (name: string, code: string, parameters?: readonly object[]) => ({
  type: 'template',
  template: { name, language: { code }, ...(parameters ? { components: [{ type: 'body', parameters }] } : {}) },
});
const blank = (text: string) => ({ type: 'text', text });

describe('WhatsApp, the forms of messages', () => {
  let whatsapp: WhatsAppUnderTest;
  beforeAll(async () => {
    whatsapp = await WhatsAppUnderTest.start();
  });
  afterAll(() => whatsapp.standIns.stop());
  beforeEach(async () => {
    await whatsapp.open();
    await whatsapp.tidy();
  });
  afterEach(async () => {
    await whatsapp.standIns.advance(300_000);
    await whatsapp.tidy();
  });

  it.each<[string, Readonly<Record<string, unknown>>, number, string | RegExp]>([
    ['another product', { type: 'text', text: { body: 'x' }, messaging_product: 'x' }, 100, /messaging_product is required/],
    ['no recipient', { type: 'text', text: { body: 'x' }, to: undefined }, 131008, /to or recipient/],
    ['a recipient that is no number', { type: 'text', text: { body: 'x' }, to: 'hana' }, 100, /no phone number/],
    ['its own number', { type: 'text', text: { body: 'x' }, to: '+81312345678' }, 131021, /same number/],
    ['a member that nobody knows', { type: 'text', text: { body: 'x' }, urgent: true }, 100, /Unexpected key "urgent"/],
    ['an unknown type', { type: 'hologram' }, 100, /Param type must be one of \{AUDIO/],
    ['no text', { type: 'text', text: {} }, 131008, /text\['body'\] is missing/],
    ['4097 characters', { type: 'text', text: { body: 'x'.repeat(4_097) } }, 100, /at most 4096/],
    ['a picture of nothing', { type: 'image', image: {} }, 131008, /id or link/],
    ['a picture of an unknown id', { type: 'image', image: { id: '123' } }, 131009, /not known/],
    ['a caption of 1025 characters', { type: 'image', image: { id: '123', caption: 'x'.repeat(1_025) } }, 100, /at most 1024/],
    ['a caption under audio', { type: 'audio', audio: { id: '123', caption: 'x' } }, 100, /Unexpected key "caption"/],
    ['a place beyond the pole', { type: 'location', location: { latitude: 91, longitude: 0 } }, 100, /-90 to 90/],
    ['a contact with one name only', { type: 'contacts', contacts: [{ name: { formatted_name: 'x' } }] }, 131008, /one more part/],
    ['no buttons', interactive('button', { buttons: [] }), 131009, /1 to 3/],
    ['four buttons', interactive('button', { buttons: buttons(4) }), 131009, /1 to 3/],
    ['a button of 21 characters', interactive('button', { buttons: buttons(1, () => 'x'.repeat(21)) }), 100, /at most 20/],
    ['two buttons alike', interactive('button', { buttons: buttons(2, () => 'same') }), 131009, /Duplicated title/],
    ['1025 characters above buttons', interactive('button', { buttons: buttons(1) }, 'x'.repeat(1_025)), 100, /at most 1024/],
    ['a list without words on its button', interactive('list', { sections: [{ rows: rows(1) }] }), 131008, /button/],
    [
      'eleven rows',
      interactive('list', {
        button: 'Open',
        sections: [
          { title: 'a', rows: rows(6) },
          { title: 'b', rows: rows(5) },
        ],
      }),
      131009,
      /max allowed count: 10/,
    ],
    [
      'two sections without titles',
      interactive('list', { button: 'Open', sections: [{ rows: rows(1) }, { rows: rows(1) }] }),
      131008,
      /title/,
    ],
    ['two rows alike', interactive('list', { button: 'Open', sections: [{ rows: [rows(1)[0], rows(1)[0]] }] }), 131009, /Duplicated id/],
    [
      'a button to no page',
      interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Open', url: 'tel:110' } }),
      131009,
      /http/,
    ],
    ['a template that nobody has', template('nothing', 'ja'), 132001, /does not exist/],
    ['a template in another language', template('order_ready', 'fr', [blank('a')]), 132001, /does not exist/],
    ['a template that is looked at', template('autumn_sale', 'ja'), 132001, /does not exist/],
    ['a paused template', template('spring_sale', 'ja'), 132015, /paused/],
    ['a template without its blanks', template('order_ready', 'ja'), 132000, /expected number of params \(1\)/],
    ['a template with too many blanks', template('hello_world', 'en_US', [blank('a')]), 132000, /expected number of params \(0\)/],
    ['a template with a line break in a blank', template('order_ready', 'ja', [blank('a\nb')]), 132018, /new-line/],
    ['a template with a price for a text', template('order_ready', 'ja', [{ type: 'currency' }]), 132012, /received CURRENCY/],
    ['a template without its picture', template('catalogue', 'ja'), 132012, /expected IMAGE/],
    ['a template that is too long', template('order_ready', 'ja', [blank('x'.repeat(1_020))]), 132005, /at most 1024/],
    ['a reaction to a message of nobody', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }, 131009, /not known/],
    ['too much of our own', { type: 'text', text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(513) }, 100, /at most 512/],
  ])('refuses %s', async (_, message, code, words) => {
    const before = (await whatsapp.account.chat(HANA)).length;
    const { status, json } = await whatsapp.send(message);
    expect(status).toBe(code === 132001 ? 404 : 400);
    expect(json.error).toMatchObject({ code, type: 'OAuthException', fbtrace_id: expect.stringMatching(/^A/) });
    expect(`${json.error.message} ${json.error.error_data?.details}`).toMatch(words);
    expect(await whatsapp.account.chat(HANA)).toHaveLength(before);
  });

  it.each<[string, Readonly<Record<string, unknown>>, object]>([
    ['4096 characters', { type: 'text', text: { body: 'x'.repeat(4_096) } }, { kind: 'text' }],
    [
      'a place',
      { type: 'location', location: { latitude: '35.6', longitude: 139.7, name: '本店' } },
      { kind: 'location', text: '本店', location: { latitude: 35.6, longitude: 139.7 } },
    ],
    [
      'a contact',
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Ken Ito', first_name: 'Ken' }, phones: [{ phone: '+81 90' }] }] },
      { kind: 'contact', text: 'Ken Ito\n+81 90' },
    ],
    [
      'three buttons',
      interactive('button', { buttons: buttons(3) }),
      { kind: 'text', text: 'Choose', buttons: [{ label: 't0', data: 'b0' }, {}, {}] },
    ],
    [
      'ten rows',
      interactive('list', { button: 'Open', sections: [{ rows: rows(10) }] }),
      { buttons: Array.from({ length: 10 }, () => ({})) },
    ],
    [
      'a button to a page',
      interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://x.example' } }),
      { buttons: [{ label: 'Open', url: 'https://x.example' }] },
    ],
    [
      'a template with named blanks',
      template('by_name', 'en_US', [{ ...blank('Hana'), parameter_name: 'customer' }]),
      { text: 'Dear Hana, your parcel is on its way.' },
    ],
  ])('takes %s', async (_, message, entry) => {
    const { status } = await whatsapp.send(message);
    expect(status).toBe(200);
    expect(await whatsapp.lastInChat()).toMatchObject(entry);
  });
});
