import { BASE, EmailUnderTest, HANA, KEN } from '../testing/email-account.js';
import { until } from '../testing/stand-ins.js';

describe('mail, submitted', () => {
  let email: EmailUnderTest;
  beforeAll(async () => {
    email = await EmailUnderTest.start();
  });
  afterAll(() => email.stop());
  afterEach(() => email.tidy());

  it('stands in the mailbox of the customer: subject, text and files', async () => {
    const messageId = '<out.1@in.desk.example>';
    const attachments = [
      { filename: '地図.png', contentType: 'image/png', content: Buffer.from('PNG') },
      { filename: 'a.pdf', contentType: 'application/pdf', content: Buffer.from('PDF') },
    ];
    expect((await email.submit(HANA, { messageId, text: '9時から\nです', attachments })).status).toBe(250);
    const [mail, file] = (await email.account.chat(HANA)).slice(-2);
    expect(mail).toMatchObject({
      id: messageId,
      from: 'account',
      senderName: '窓口',
      fromAddress: BASE,
      kind: 'image',
      subject: 'Re: お問い合わせ',
      text: '9時から\nです',
      media: { fileName: '地図.png', size: 3 },
    });
    expect(file).toMatchObject({ kind: 'file', media: { fileName: 'a.pdf' } });
    const { entries } = await email.account.journal();
    expect(entries.at(-1)).toMatchObject({
      kind: 'call',
      call: 'submit',
      accepted: true,
      answered: 250,
      messages: [{ chat: HANA, id: messageId, delivered: true }, {}],
    });
  });

  it('stands there again when it is sent again', async () => {
    for (let times = 0; times < 2; times += 1) await email.submit(HANA, { messageId: '<twice@in.desk.example>' });
    expect((await email.account.chat(HANA)).filter(({ id }) => id === '<twice@in.desk.example>')).toHaveLength(2);
  });

  it.each([
    ['a wrong password', HANA, {}, { pass: 'wrong' }, 535, /authentication failed/],
    ['a sender that belongs to nobody', HANA, {}, { from: 'w-other@in.desk.example' }, 553, /not owned/],
    ["somebody else's name in the header", HANA, { from: 'boss@shop.example.jp' }, {}, 553, /not owned/],
    ['a recipient that does not exist', 'reject@customer.example', {}, {}, 550, /User unknown/],
    ['a full mailbox', 'full@customer.example', {}, {}, 552, /Mailbox full/],
    [
      'a line without end',
      HANA,
      {
        raw: `From: ${BASE}\r\nTo: ${HANA}\r\nDate: Fri, 20 Nov 2026 10:00:00 +0900\r\nMessage-ID: <l@x.example>\r\n\r\n${'x'.repeat(999)}`,
      },
      {},
      554,
      /line longer/,
    ],
    [
      'a header without Message-ID',
      HANA,
      { raw: `From: ${BASE}\r\nTo: ${HANA}\r\nDate: Fri, 20 Nov 2026 10:00:00 +0900\r\n\r\nx` },
      {},
      554,
      /Message-ID/,
    ],
  ])('is refused for %s', async (_, to, mail, how, status, words) => {
    expect(await email.submit(to, mail, how)).toEqual({ status, words: expect.stringMatching(words) });
  });

  it('is refused when it is too large', async () => {
    const { status } = await email.submit(HANA, { attachments: [{ content: Buffer.alloc(28_000_000) }] });
    expect([552, 0]).toContain(status);
  });

  it('has to come again to a server that greylists', async () => {
    expect((await email.submit('greylisted@customer.example')).status).toBe(450);
    expect((await email.submit('greylisted@customer.example')).status).toBe(450);
    await email.standIns.advance(61_000);
    expect((await email.submit('greylisted@customer.example')).status).toBe(250);
  });

  it('comes back by a report to the envelope’s sender', async () => {
    for (const to of ['bounce@customer.example', 'stranger@nowhere.example']) {
      email.receiver.reset();
      expect((await email.submit(to, { messageId: '<b1@in.desk.example>' })).status).toBe(250);
      const [report] = await email.mails(1);
      expect(report).toMatchObject({ from: '', to: BASE.replace('@', '+b1@') });
      expect(report!.raw.toString()).toMatch(
        /report-type=delivery-status[^]*Action: failed\r\nStatus: 5\.1\.1[^]*text\/rfc822-headers[^]*Message-ID: <b1@in\.desk\.example>/,
      );
      expect(await email.account.chat('bounce@customer.example')).toEqual([]);
    }
  });

  it('is told to be late, or answered by an absent customer’s program', async () => {
    await email.submit('delayed@customer.example');
    expect((await email.mails(1))[0]!.raw.toString()).toMatch(/Action: delayed/);
    expect(await email.account.chat('delayed@customer.example')).toHaveLength(1);
    email.receiver.reset();
    await email.submit('absent@customer.example', { messageId: '<a1@in.desk.example>' });
    const [answer] = await email.mails(1);
    expect(answer).toMatchObject({ from: '', to: BASE.replace('@', '+b1@'), mail: { inReplyTo: '<a1@in.desk.example>' } });
    expect(answer!.mail.headers.get('auto-submitted')).toBe('auto-replied');
  });

  describe('disturbed', () => {
    it.each([
      ['rate-limit', 450, 0],
      ['fail', 554, 0],
      ['reset', 0, 0],
      ['accept-then-reset', 0, 1],
      ['accept-then-fail', 554, 1],
    ])('by %s', async (kind, status, arrived) => {
      await email.account.fault({ on: 'call', kind, call: 'submit', times: 1 });
      const messageId = `<${kind}@in.desk.example>`;
      expect((await email.submit(KEN, { messageId })).status).toBe(status);
      await until(
        async () => (await email.account.journal()).entries.some((entry) => entry.kind === 'call' && entry.fault === kind),
        () => 'no entry',
      );
      expect((await email.account.chat(KEN)).filter(({ id }) => id === messageId)).toHaveLength(arrived);
    });

    it('with another status, or late', async () => {
      await email.account.fault({ on: 'call', kind: 'fail', call: 'submit', times: 1, status: 451 });
      expect((await email.submit(KEN)).status).toBe(451);
      await email.account.fault({ on: 'call', kind: 'late', call: 'submit', times: 1, delayMs: 30 });
      expect((await email.submit(KEN)).status).toBe(250);
    });
  });
});
