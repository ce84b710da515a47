import type { MarkRequest } from '@madoguchi/use-cases';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { whatsappChannel } from './index.js';
import { graphRefusal, whatsappCredentials, whatsappCustomer } from './testing/whatsapp-setup.js';

const taken = { status: 200, body: '{"success":true}' };

const marked = async (
  request: Partial<MarkRequest> & Pick<MarkRequest, 'mark'>,
  answer: Parameters<typeof platformThatAnswers>[0][string] = taken,
) => {
  const platform = await platformThatAnswers({ '/messages': answer });
  const outcome = await whatsappChannel({ api: platform.url }).mark(
    { recipient: whatsappCustomer, ...request },
    whatsappCredentials,
    deadline(),
  );
  return { outcome, bodies: platform.requests.map(({ body }) => JSON.parse(body.toString()) as unknown) };
};

describe('a sign to a customer of WhatsApp', () => {
  afterEach(stopPlatforms);

  it('that something is read names the message', async () => {
    const { outcome, bodies } = await marked({ mark: { kind: 'read', providerMessageId: 'wamid.C1' } });
    expect(outcome).toEqual({ outcome: 'done' });
    expect(bodies).toEqual([{ messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.C1' }]);
  });

  it("that somebody is writing hangs on the customer's last message", async () => {
    const { outcome, bodies } = await marked({ mark: { kind: 'typing' }, lastCustomerMessageId: 'wamid.C4' });
    expect(outcome).toEqual({ outcome: 'done' });
    expect(bodies).toEqual([{ messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.C4', typing_indicator: { type: 'text' } }]);
  });

  it('hangs on the message itself when it is meant for what came with it', async () => {
    const { bodies } = await marked({ mark: { kind: 'read', providerMessageId: 'wamid.C4#referral' } });
    expect(bodies).toMatchObject([{ message_id: 'wamid.C4' }]);
  });

  it('that somebody is writing cannot be set where the customer has written nothing', async () => {
    const { outcome, bodies } = await marked({ mark: { kind: 'typing' } });
    expect(outcome).toMatchObject({ outcome: 'rejected', code: 'no-message-to-mark', remedy: expect.stringContaining('customer writes') });
    expect(bodies).toEqual([]);
  });

  it.each([
    ['👍', '👍'],
    [null, ''],
  ])('of a reaction is a message to the customer (%j)', async (emoji, sent) => {
    const { outcome, bodies } = await marked({ mark: { kind: 'reaction', providerMessageId: 'wamid.C1', emoji } });
    expect(outcome).toEqual({ outcome: 'done' });
    expect(bodies).toEqual([
      {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '+819011112222',
        type: 'reaction',
        reaction: { message_id: 'wamid.C1', emoji: sent },
      },
    ]);
  });

  it('of a reaction goes to a user id where the customer has shown no number', async () => {
    const mark = { kind: 'reaction', providerMessageId: 'wamid.B1', emoji: '👍' } as const;
    expect((await marked({ recipient: 'JP.1349', mark })).bodies).toMatchObject([{ recipient: 'JP.1349' }]);
  });

  it.each([
    [graphRefusal(400, 131009, 'Parameter value is not valid'), { outcome: 'rejected', code: 'content-refused' }],
    [graphRefusal(401, 190, 'Session has expired'), { outcome: 'rejected', code: 'credentials-refused' }],
    [graphRefusal(400, 131056, 'pair rate limit hit'), { outcome: 'failed' }],
    [graphRefusal(500, 131000, 'Something went wrong'), { outcome: 'failed' }],
    ['reset' as const, { outcome: 'failed' }],
    [{ status: 200, body: '<html>' }, { outcome: 'failed' }],
  ])('that is not taken says so: %j', async (answer, outcome) => {
    const failed = await marked({ mark: { kind: 'read', providerMessageId: 'wamid.C1' } }, answer);
    expect(failed.outcome).toMatchObject({ ...outcome, reason: expect.stringMatching(/\w{4}/) });
  });
});
