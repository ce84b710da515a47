import type { InboundItem } from '@madoguchi/contracts';
import { readMail } from './index.js';
import { emailCredentials, emailCustomer } from './testing/email-account.js';
import {
  bounceAddress,
  deliveryReport,
  failedFields,
  headersWith,
  mailOf,
  multipart,
  oldFashionedBounce,
  ourMessageId,
  thread,
} from './testing/mails.js';
import { conversationKeyOf } from './token.js';

const receivedAt = new Date('2026-11-20T02:00:00Z');

const read = async (raw: Buffer, to = bounceAddress, from = ''): Promise<InboundItem | undefined> =>
  (await readMail(raw, { from, to }, emailCredentials, receivedAt)).items[0];

const receipt = (status: string, more: object = {}) => ({
  kind: 'receipt',
  conversationKey: conversationKeyOf(thread),
  customer: { key: emailCustomer },
  about: { providerMessageId: ourMessageId },
  receipt: { status, at: expect.any(String), ...more },
});

describe('a report about a mail of ours', () => {
  it('says that it did not arrive, why, and what to do', async () => {
    expect(await read(deliveryReport(failedFields))).toMatchObject(
      receipt('failed', {
        code: '5.1.1',
        reason: expect.stringContaining('550 5.1.1 user unknown'),
        remedy: expect.stringContaining('another one'),
      }),
    );
  });

  it.each([
    ['the address of the envelope and its recipient alone', deliveryReport(failedFields, 'Subject: nothing'), bounceAddress],
    [
      'the mail that came back alone',
      deliveryReport('Final-Recipient: rfc822; forwarded@elsewhere.example\nAction: failed\nStatus: 5.2.1\n'),
      emailCredentials.baseAddress,
    ],
    [
      'the header of servers that know no form',
      mailOf(headersWith('From: mailer-daemon@x.example', `X-Failed-Recipients: ${emailCustomer}`), 'no'),
      bounceAddress,
    ],
    ['no form at all', oldFashionedBounce, bounceAddress],
    ['an empty delivery-status', deliveryReport(''), bounceAddress],
    [
      'the original recipient',
      deliveryReport(
        `Original-Recipient: rfc822; ${emailCustomer}\nFinal-Recipient: rfc822; alias@x.example\nAction: failed\nStatus: 5.1.1\n`,
        'Subject: x',
      ),
      bounceAddress,
    ],
  ])('is tied to it by %s', async (_, raw, to) => expect(await read(raw, to)).toMatchObject(receipt('failed')));

  it.each([
    ['5.2.2', /full/],
    ['5.7.1', /SPF/],
    ['5.3.4', /links/],
    ['5.4.1', /another one/],
    ['5.0.0', /send it again/],
  ])('tells what to do about %s', async (status, remedy) => {
    const raw = deliveryReport(`Final-Recipient: rfc822; ${emailCustomer}\nAction: failed\nStatus: ${status}\n`);
    expect(await read(raw)).toMatchObject({ receipt: { code: status, remedy: expect.stringMatching(remedy) } });
  });

  it('that it is late is no failure', async () => {
    const raw = deliveryReport(
      `Final-Recipient: rfc822; ${emailCustomer}\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; 451 try later\n`,
    );
    expect(await read(raw)).toMatchObject({
      kind: 'unread',
      platformKind: 'delivery-delayed',
      reason: expect.stringContaining('451 try later'),
    });
  });

  it('that it was delivered, or read, is told', async () => {
    expect(await read(deliveryReport(`Final-Recipient: rfc822; ${emailCustomer}\nAction: delivered\nStatus: 2.0.0\n`))).toMatchObject(
      receipt('delivered'),
    );
    const read1 = mailOf(
      headersWith('Content-Type: multipart/report; report-type=disposition-notification; boundary=r'),
      multipart('r', [
        [['Content-Type: text/plain'], 'read'],
        [
          ['Content-Type: message/disposition-notification'],
          `Final-Recipient: rfc822; ${emailCustomer}\nOriginal-Message-ID: ${ourMessageId}\nDisposition: manual-action/MDN-sent-manually; displayed\n`,
        ],
      ]),
    );
    expect(await read(read1, emailCredentials.baseAddress, emailCustomer)).toMatchObject(receipt('read'));
  });

  it('is of the customer, of several recipients', async () => {
    const raw = deliveryReport(
      `Final-Recipient: rfc822; other@x.example\nAction: failed\nStatus: 5.7.1\n\nFinal-Recipient: rfc822; ${emailCustomer}\nAction: failed\nStatus: 5.1.1\n`,
    );
    expect(await read(raw)).toMatchObject({ receipt: { code: '5.1.1' } });
  });
});

describe('what only looks like a report', () => {
  it('about mails of others is kept, and changes nothing', async () => {
    const foreign = deliveryReport(
      'Final-Recipient: rfc822; x@y.example\nAction: failed\nStatus: 5.1.1\n',
      'Message-ID: <foreign@shop.example>',
    );
    expect(await read(foreign, emailCredentials.baseAddress)).toMatchObject({ kind: 'unread', platformKind: 'bounce' });
  });

  it('with a token that was made up is about nothing', async () => {
    const forged = bounceAddress.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'));
    expect(await read(deliveryReport(failedFields, 'Subject: x'), forged)).toMatchObject({ kind: 'unread', platformKind: 'bounce' });
  });

  it('is an absent reader’s program, that answers to the envelope’s sender', async () => {
    const away = mailOf(
      headersWith('Subject: Automatic reply: Re: x', 'Auto-Submitted: auto-generated', 'Message-ID: <oof@x.example>'),
      'away',
    );
    expect(await read(away)).toMatchObject({ kind: 'message', conversationKey: conversationKeyOf(thread), content: { automatic: true } });
  });

  it('is a person who forwards one', async () => {
    const passedOn = mailOf(
      headersWith('Content-Type: multipart/mixed; boundary=m', 'Message-ID: <fw@x.example>'),
      multipart('m', [
        [['Content-Type: text/plain'], 'What does this mean?'],
        [['Content-Type: message/rfc822'], deliveryReport(failedFields).toString()],
      ]),
    );
    expect(await read(passedOn, emailCredentials.baseAddress, emailCustomer)).toMatchObject({
      kind: 'message',
      content: { text: 'What does this mean?' },
    });
  });
});
