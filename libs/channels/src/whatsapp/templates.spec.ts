import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { whatsappChannel } from './index.js';
import { graphRefusal, whatsappCredentials } from './testing/whatsapp-setup.js';

type Answer = Parameters<typeof platformThatAnswers>[0][string];

const template = (name: string, components: readonly object[], more: object = {}) => ({
  id: '1689556908129835',
  name,
  language: 'ja',
  status: 'APPROVED',
  category: 'UTILITY',
  parameter_format: 'POSITIONAL',
  components,
  ...more,
});

const body = (text: string) => ({ type: 'BODY', text, example: { body_text: [['A-1001']] } });

const page = (data: readonly object[], after?: string): Answer => ({
  status: 200,
  body: JSON.stringify({
    data,
    paging: {
      cursors: { before: 'QVFIUbefore', after: after ?? 'QVFIUlast' },
      ...(after && { next: 'https://graph.facebook.com/elsewhere' }),
    },
  }),
});

const listed = async (answer: Answer, credentials = whatsappCredentials, signal = deadline()) => {
  const platform = await platformThatAnswers({ '/message_templates': answer });
  const templates = await whatsappChannel({ api: platform.url }).listTemplates?.(credentials, signal);
  return { templates, requests: platform.requests };
};

describe('the templates of WhatsApp', () => {
  afterEach(stopPlatforms);

  it('are asked of the business account, and come with the words that the customer will read', async () => {
    const { templates, requests } = await listed(
      page([
        template('order_ready', [
          { type: 'HEADER', format: 'TEXT', text: 'ご注文' },
          body('{{1}} 様、ご注文 {{2}} の準備ができました。{{1}} 様をお待ちしています。'),
          { type: 'FOOTER', text: '窓口' },
          {
            type: 'BUTTONS',
            buttons: [
              { type: 'QUICK_REPLY', text: '確認' },
              { type: 'URL', text: '地図', url: 'https://x.example/map' },
            ],
          },
        ]),
        template('hello_world', [body('Hello World')], { language: 'en_US' }),
      ]),
    );
    expect(requests).toMatchObject([
      {
        method: 'GET',
        path: '/v25.0/770011223344556/message_templates?fields=name%2Clanguage%2Cstatus%2Cparameter_format%2Ccomponents&limit=100',
        headers: { authorization: `Bearer ${whatsappCredentials.accessToken}` },
      },
    ]);
    expect(templates).toEqual([
      {
        name: 'order_ready',
        language: 'ja',
        status: 'approved',
        text: 'ご注文\n{{1}} 様、ご注文 {{2}} の準備ができました。{{1}} 様をお待ちしています。\n窓口',
        parameters: 2,
      },
      { name: 'hello_world', language: 'en_US', status: 'approved', text: 'Hello World', parameters: 0 },
    ]);
  });

  it.each([
    ['APPROVED', 'approved'],
    ['PAUSED', 'paused'],
    ['DISABLED', 'paused'],
    ['REJECTED', 'rejected'],
    ['DELETED', 'rejected'],
    ['PENDING', 'pending'],
    ['IN_APPEAL', 'pending'],
    [undefined, 'pending'],
  ])('whose status is %s are %s', async (status, meaning) => {
    expect((await listed(page([template('a', [body('a')], { status })]))).templates).toMatchObject([{ status: meaning }]);
  });

  it.each([
    ['a picture above', [{ type: 'HEADER', format: 'IMAGE' }, body('a')]],
    ['a blank in the header', [{ type: 'HEADER', format: 'TEXT', text: '{{1}}' }, body('a')]],
    ['a blank in an address', [body('a'), { type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://x.example/{{1}}' }] }]],
    ['a code to copy', [body('a'), { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE' }] }]],
    ['a carousel', [body('a'), { type: 'CAROUSEL', cards: [] }]],
    ['no body', [{ type: 'FOOTER', text: 'a' }]],
  ])('with %s are left out: texts alone do not fill them in', async (_, components) => {
    expect((await listed(page([template('a', components), template('b', [body('b')])]))).templates).toMatchObject([{ name: 'b' }]);
  });

  it('with named blanks are left out', async () => {
    expect((await listed(page([template('a', [body('{{name}}')], { parameter_format: 'NAMED' })]))).templates).toEqual([]);
  });

  it('come page by page, as long as there is a next one; its address is not followed', async () => {
    const pages = ['first', 'second', 'third'];
    const platform = await platformThatAnswers({});
    platform.script(({ path }) => {
      const index = pages.indexOf(new URL(path, 'http://x').searchParams.get('after') ?? 'first');
      return page([template(pages[index] ?? '', [body('a')])], pages[index + 1]) as { status: number };
    });
    const templates = await whatsappChannel({ api: platform.url }).listTemplates?.(whatsappCredentials, deadline());
    expect(templates?.map(({ name }) => name)).toEqual(pages);
    expect(platform.requests.every(({ path }) => path.startsWith('/v25.0/770011223344556/message_templates?'))).toBe(true);
  });

  it.each<[Answer]>([
    [graphRefusal(401, 190, 'Session has expired')],
    [graphRefusal(500, 1, 'Unknown')],
    [{ status: 200, body: '<html>' }],
    [{ status: 200, body: '{"data":7}' }],
    [{ status: 200, body: '{"data":[null,7,{"name":"a"}]}' }],
    [{ status: 302, headers: { location: '/elsewhere' } }],
    ['reset'],
  ])('are none when WhatsApp does not tell them: %j', async (answer) => {
    expect((await listed(answer)).templates).toEqual([]);
  });

  it('are none after the deadline, and without a business account nobody is asked', async () => {
    expect((await listed('hang', whatsappCredentials, AbortSignal.timeout(150))).templates).toEqual([]);
    const { templates, requests } = await listed(page([]), { ...whatsappCredentials, businessAccountId: '../1' });
    expect([templates, requests]).toEqual([[], []]);
  });
});
