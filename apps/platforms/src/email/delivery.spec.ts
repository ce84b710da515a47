import { BASE, EmailUnderTest, HANA, KEN } from '../testing/email-account.js';
import { until } from '../testing/stand-ins.js';

describe('mail of customers', () => {
  let email: EmailUnderTest;
  beforeAll(async () => {
    email = await EmailUnderTest.start();
  });
  afterAll(() => email.stop());
  afterEach(() => email.tidy());

  const write = (text: string, customer = HANA) => email.account.act(customer, { type: 'text', text });
  const texts = () => email.receiver.mails.map(({ mail }) => mail.text?.trim());

  it('goes to the public mailbox, which forwards it as Gmail does', async () => {
    const { messageId, eventIds } = await email.account.act(HANA, { type: 'mail', subject: '予約', text: 'こんにちは' });
    const [received] = await email.mails(1);
    expect(received).toMatchObject({
      from: `support+caf_=${BASE.replace('@', '=')}@shop.example.jp`,
      to: BASE,
      mail: {
        messageId,
        subject: '予約',
        from: { value: [{ name: '佐藤 花', address: HANA }] },
        to: { value: [{ address: 'support@shop.example.jp' }] },
      },
    });
    expect(received!.mail.headers.get('x-forwarded-to')).toBe(BASE);
    expect(await email.lastInChat()).toMatchObject({
      id: messageId,
      from: 'customer',
      kind: 'text',
      subject: '予約',
      text: 'こんにちは',
      fromAddress: HANA,
    });
    await until(
      async () =>
        (await email.account.journal()).entries.some(
          (entry) => entry.kind === 'webhook' && entry.status === 250 && entry.eventIds[0] === eventIds[0],
        ),
      () => 'no entry',
    );
  });

  it('goes on in its thread, and answers go to the address that the answered mail names', async () => {
    const first = await email.account.act(KEN, { type: 'mail', subject: '質問', text: '一' });
    const second = await write('二', KEN);
    await email.mails(2);
    expect(email.receiver.mails[1]!.mail).toMatchObject({ subject: 'Re: 質問', inReplyTo: first.messageId, references: first.messageId });
    await email.submit(KEN, {
      messageId: '<ours@in.desk.example>',
      inReplyTo: second.messageId,
      references: [first.messageId!, second.messageId!],
    });
    expect(await email.lastInChat(KEN)).toMatchObject({ id: '<ours@in.desk.example>', replyTo: second.messageId });
    await write('三', KEN);
    const [, , third] = await email.mails(3);
    expect(third).toMatchObject({ from: KEN, to: BASE.replace('@', '+r1@'), mail: { inReplyTo: '<ours@in.desk.example>' } });
    expect(third!.mail.references).toEqual([first.messageId, second.messageId, '<ours@in.desk.example>']);
    await email.account.act(KEN, { type: 'text', text: '四', replyTo: first.messageId! });
    expect((await email.mails(4))[3]!.mail.inReplyTo).toBe(first.messageId);
    await expect(email.account.act(HANA, { type: 'text', text: 'x', replyTo: first.messageId! })).rejects.toThrow(/no mail/);
  });

  it('brings files, pages, and whatever somebody makes up', async () => {
    await email.account.act(HANA, { type: 'image', caption: '写真' });
    await email.account.act(HANA, { type: 'file' });
    await email.account.act(HANA, {
      type: 'mail',
      subject: 'page',
      html: '<p>やあ</p>',
      files: [{ name: 'a.txt', base64: Buffer.from('a').toString('base64') }],
    });
    await email.account.act(HANA, { type: 'mail', subject: 'away', text: 'x', automatic: true });
    await email.account.act(HANA, { type: 'raw', event: { raw: 'Subject: raw\r\n\r\nas it stands', from: '' } });
    const mails = await email.mails(5);
    expect(mails[0]!.mail).toMatchObject({
      text: expect.stringContaining('写真'),
      attachments: [{ filename: 'photo.jpg', contentType: 'image/jpeg' }],
    });
    expect(mails[1]!.mail.attachments).toMatchObject([{ filename: 'document.pdf' }]);
    expect(mails[2]!.mail).toMatchObject({ html: '<p>やあ</p>', attachments: [{ filename: 'a.txt' }] });
    expect(mails[3]!.mail.headers.get('auto-submitted')).toBe('auto-replied');
    expect([mails[4]!.from, mails[4]!.to, mails[4]!.raw.toString()]).toEqual(['', BASE, 'Subject: raw\r\n\r\nas it stands\r\n']);
    await expect(email.account.act(HANA, { type: 'sticker' })).rejects.toThrow(/no such action|type must be/);
  });

  it('is kept and brought again while nobody takes it, in order', async () => {
    await email.standIns.control('POST', '/clock', { delayScale: 0.001 });
    let refusals = 3;
    email.receiver.reply = () => (refusals-- > 0 ? 451 : 250);
    const { eventIds } = await write('一');
    await write('二');
    await email.mails(2);
    expect(texts()).toEqual(['一', '二']);
    expect(email.receiver.replies).toEqual([451, 451, 451, 250, 250]);
    const attempts = (await email.account.journal()).entries.filter(
      (entry) => entry.kind === 'webhook' && entry.eventIds[0] === eventIds[0],
    );
    expect(attempts).toMatchObject([
      { status: 451, redelivery: false },
      { status: 451, redelivery: true },
      { status: 451 },
      { status: 250, attempt: 4 },
    ]);
  });

  it('waits for a server that is not there', async () => {
    await email.standIns.control('POST', '/clock', { delayScale: 0.001 });
    await email.account.settings({ deliverTo: '127.0.0.1:9' });
    await write('later');
    await until(
      async () => (await email.account.journal()).entries.some((entry) => entry.kind === 'webhook' && entry.status === null),
      () => 'no attempt',
    );
    expect((await email.account.view()).pending).toBe(1);
    await email.account.settings({ deliverTo: email.receiver.place });
    await email.mails(1);
    expect((await email.standIns.control('PATCH', `/email/${BASE}`, { deliverTo: 'mx.shop.example:25' })).status).toBe(400);
  });

  it('comes back to the customer when it is refused for good', async () => {
    email.receiver.reply = () => 554;
    await write('refused');
    await until(
      async () => (await email.lastInChat()).kind === 'event',
      () => 'no report',
    );
    expect((await email.lastInChat()).text).toMatch(/Undelivered: 554/);
  });

  describe('disturbed', () => {
    it('comes twice, or again on order with other lines of the way', async () => {
      await email.account.fault({ on: 'webhook', kind: 'twice', times: 1 });
      const { eventIds, messageId } = await write('a');
      await email.mails(2);
      expect((await email.account.post('/redeliver', { eventId: eventIds[0] })).status).toBe(202);
      const mails = await email.mails(3);
      expect(mails.map(({ mail }) => mail.messageId)).toEqual([messageId, messageId, messageId]);
      expect(mails[2]!.raw.toString()).toMatch(/^Received: from second-way/);
      expect((await email.account.post('/redeliver', { eventId: 'x' })).status).toBe(404);
    });

    it('comes in another order, but never one customer’s', async () => {
      await email.account.fault({ on: 'webhook', kind: 'shuffled', times: 4 });
      for (const text of ['a', 'b']) {
        await write(text);
        await write(text.toUpperCase(), KEN);
      }
      await email.mails(4);
      expect(texts().filter((text) => /[ab]/.test(text ?? ''))).toEqual(['a', 'b']);
      expect(texts().filter((text) => /[AB]/.test(text ?? ''))).toEqual(['A', 'B']);
    });

    it('comes late, by the platforms’ clock', async () => {
      await email.account.fault({ on: 'webhook', kind: 'late', times: 1, delayMs: 3_600_000 });
      await write('late');
      await write('soon');
      await email.mails(1);
      expect(texts()).toEqual(['soon']);
      await email.standIns.advance(3_600_000);
      await email.mails(2);
    });

    it('comes behind a mail that nobody can read', async () => {
      await email.account.fault({ on: 'webhook', kind: 'unknown', times: 1 });
      await write('readable');
      const [strange] = await email.mails(2);
      expect(strange!.raw.toString().match(/multipart\/mixed/g)).toHaveLength(60);
    });
  });
});
