import { rawMailFile, readMail } from './index.js';
import { emailCredentials, emailCustomer, signer } from './testing/email-account.js';
import { forwarded, headersWith, mailOf, rich, rootMessageId, thread } from './testing/mails.js';
import { AUTHSERV, messageOf, read, receivedAt, unreadOf } from './testing/reading.js';
import { conversationKeyOf, threadIdOf } from './token.js';

describe('a mail', () => {
  it('M-67: that Gmail forwarded becomes the message that its author wrote', async () => {
    const { items, files } = await read(forwarded, {
      from: `support+caf_=${emailCredentials.baseAddress.replace('@', '=')}@shop.example.jp`,
    });
    expect(items).toEqual([
      {
        kind: 'message',
        dedupKey: expect.stringContaining(rootMessageId),
        conversationKey: conversationKeyOf(thread),
        customer: { key: emailCustomer, displayName: '佐藤 花' },
        providerMessageId: expect.stringMatching(/^<20261120010000\.77A1@customer\.example>#[0-9a-f]{16}$/),
        sentAt: '2026-11-20T01:00:00.000Z',
        orderKey: '2026-11-20T01:00:09.000Z',
        content: {
          type: 'email',
          subject: 'お問い合わせ',
          text: '営業時間は？',
          html: { mediaId: files[1]?.mediaId, source: { kind: 'stored' }, fileName: 'mail.html', mimeType: 'text/html', size: 25 },
          attachments: [],
          raw: {
            mediaId: files[0]?.mediaId,
            source: { kind: 'stored' },
            fileName: 'mail.eml',
            mimeType: 'message/rfc822',
            size: forwarded.length,
          },
          from: { name: '佐藤 花', address: emailCustomer },
          to: [{ address: 'support@shop.example.jp' }],
        },
      },
    ]);
    expect(files[0]).toEqual(rawMailFile(forwarded, emailCredentials));
    expect(files[1]?.bytes.toString()).toBe('<p>営業時間は？</p>');
  });

  it('M-68: is from its original sender, in the documented order', async () => {
    const senderOf = async (...lines: string[]) => (await messageOf(mailOf(lines, 'x'), { from: 'envelope@x.example' })).customer.key;
    const list = ["From: 'Hana' via Support <support@shop.example.jp>", 'Reply-To: reply@customer.example'];
    expect(await senderOf(...list, 'X-Original-Sender: hana@customer.example')).toBe('hana@customer.example');
    expect(await senderOf(...list)).toBe('reply@customer.example');
    expect(await senderOf('From: Hana@Customer.Example', 'Sender: other@x.example', 'Reply-To: reply@x.example')).toBe(
      'hana@customer.example',
    );
    expect(await senderOf('From: first@x.example', 'From: second@x.example')).toBe('first@x.example');
    expect(await senderOf('Sender: sender@x.example', 'Reply-To: reply@x.example')).toBe('sender@x.example');
    expect(await senderOf('Reply-To: reply@x.example')).toBe('reply@x.example');
    expect(await senderOf('Subject: nobody')).toBe('envelope@x.example');
    expect((await unreadOf(mailOf(['Subject: nobody'], 'x'), { from: '' })).reason).toMatch(/who wrote it/);
  });

  it('tells where its author wants answers, and who else was written to', async () => {
    const { content } = await messageOf(
      mailOf(
        headersWith('Reply-To: Shop <answers@x.example>', 'To: a@x.example, "B, b" <b@x.example>', 'Cc: team: c@x.example, d@x.example;'),
        'x',
      ),
    );
    expect(content).toMatchObject({
      answerTo: { name: 'Shop', address: 'answers@x.example' },
      to: [{ address: 'a@x.example' }, { name: 'B, b', address: 'b@x.example' }],
      cc: [{ address: 'c@x.example' }, { address: 'd@x.example' }],
    });
  });

  it('is of the time that it says when that can be', async () => {
    const sentAt = async (date: string) => (await messageOf(mailOf(headersWith(`Date: ${date}`), 'x'))).sentAt;
    expect(await sentAt('Fri, 20 Nov 2026 09:00:00 +0900 (JST)')).toBe('2026-11-20T00:00:00.000Z');
    for (const wrong of ['yesterday', 'Mon, 01 Jan 2001 00:00:00 +0000', 'Sat, 21 Nov 2026 10:00:00 +0900', ''])
      expect(await sentAt(wrong)).toBe(receivedAt.toISOString());
  });

  it('is verified only by what our own server wrote', async () => {
    const isUnverified = async (...lines: string[]) =>
      (await messageOf(mailOf(headersWith(...lines), 'x'))).content.unverifiedSender === true;
    expect(await isUnverified(`Authentication-Results: ${AUTHSERV}; dmarc=pass header.from=customer.example`)).toBe(false);
    expect(await isUnverified(`Authentication-Results: ${AUTHSERV} 1; spf=fail; dkim=pass (good) header.i=@mail.customer.example`)).toBe(
      false,
    );
    for (const nothing of [
      'Authentication-Results: mx.evil.example; dmarc=pass header.from=customer.example',
      `Authentication-Results: ${AUTHSERV}; dmarc=fail header.from=customer.example`,
      `Authentication-Results: ${AUTHSERV}; dkim=pass header.d=evil.example`,
      `Authentication-Results: ${AUTHSERV}; spf=pass smtp.mailfrom=customer.example`,
      `Authentication-Results: evil.example; x=y (${AUTHSERV}; dmarc=pass header.from=customer.example)`,
      'X-Nothing: 1',
    ]) {
      expect({ nothing, unverified: await isUnverified(nothing) }).toEqual({ nothing, unverified: true });
    }
    const { items } = await readMail(forwarded, { from: '', to: emailCredentials.baseAddress }, emailCredentials, receivedAt);
    expect(items).toMatchObject([{ content: { unverifiedSender: true } }]);
  });

  it('keeps pages, pictures and files of every kind, each once, under names without harm', async () => {
    const { content } = await messageOf(rich);
    expect(content).toMatchObject({ text: '見積書をお送りします。\n\n📅 打ち合わせ, 本店', quoted: '-- \n佐藤 花' });
    expect(content.attachments.map(({ fileName, mimeType }) => [fileName, mimeType])).toEqual([
      ['photo.jpg', 'image/jpeg'],
      ['見積書.pdf', 'application/pdf'],
      ['見積書.pdf', 'application/pdf'],
      ['passwd', 'text/plain'],
      ['winmail.dat', 'application/ms-tnef'],
      ['attachment-6.eml', 'message/rfc822'],
      ['attachment-7.ics', 'text/calendar'],
    ]);
    const { files } = await read(rich);
    const page = files.find(({ mediaId }) => mediaId === content.html?.mediaId)?.bytes.toString() ?? '';
    expect(page).toContain(`<img src='cid:${content.attachments[0]?.mediaId}'>`);
    expect(page).toContain('<img src="data:image/png;base64,iVBOR');
    expect(page).toContain('https://track.example/1.gif');
  });

  it.each(['\0text/plain', 'text/plain\u0007', 'text', 'a/b/c', 'text/плохо'])('takes no type of a file that is none: %j', async (type) => {
    const file = 'Content-Type: text/plain; charset=UTF-8\r\nContent-Disposition: attachment; filename="../../etc/passwd"';
    const whole = rich.toString('latin1');
    expect(whole).toContain(file);
    const damaged = Buffer.from(whole.replace(file, file.replace('text/plain', Buffer.from(type).toString('latin1'))), 'latin1');
    const { content } = await messageOf(damaged);
    expect(content.attachments.find(({ fileName }) => fileName === 'passwd')?.mimeType).toBe('application/octet-stream');
  });

  it('does not take the headers and texts of a mail within it for its own', async () => {
    const { content, conversationKey } = await messageOf(rich);
    expect(content.subject).toBe('お問い合わせ');
    expect(JSON.stringify(content)).not.toContain('inner');
    expect(conversationKey).toBe(`${emailCustomer}#${threadIdOf(signer.baseAddress, '<rich.1@customer.example>')}`);
  });

  it.each([
    [
      'an unclosed boundary',
      ['Content-Type: multipart/mixed; boundary=b'],
      '--b\n\nfirst\n--b\nContent-Type: application/pdf; name=a.pdf\n\nPDF',
      'first',
      ['a.pdf'],
    ],
    ['no boundary in the header', ['Content-Type: multipart/mixed'], '--b\n\nlost otherwise\n--b--', '--b\n\nlost otherwise\n--b--', []],
    ['attachments only', ['Content-Type: application/pdf; name=a.pdf'], 'PDF', '', ['a.pdf']],
    [
      'a long line of blanks as its text',
      ['Content-Type: multipart/alternative; boundary=b'],
      '--b\n\n \n\u3000\n--b\nContent-Type: text/html\n\n<p>page</p>\n--b--',
      'page',
      [],
    ],
    ['flowed lines', ['Content-Type: text/plain; format=flowed; delsp=yes; charset=utf-8'], '長い \n行\n> 引用 \n> の行\n', '長い行', []],
  ])('is read with %s', async (_, headers, body, text, names) => {
    const { content } = await messageOf(mailOf(headersWith(...headers), body));
    expect([content.text, content.attachments.map(({ fileName }) => fileName)]).toEqual([text, names]);
  });

  it.each([
    ['unlabelled Shift_JIS', [], '89638bc68e9e8ad482cd8148'],
    ['Shift_JIS labelled as UTF-8', ['Content-Type: text/plain; charset=utf-8'], '89638bc68e9e8ad482cd8148'],
    ['unlabelled ISO-2022-JP', ['Content-Type: text/plain'], '1b2442314436483b7e345624 4f2129 1b2842'],
    ['unlabelled EUC-JP', ['Content-Type: text/plain'], 'b1c4b6c8bbfeb4d6a4cfa1a9'],
  ])('says the same in %s', async (_, headers, hex) => {
    const { content } = await messageOf(mailOf(headersWith(...headers), Buffer.from(hex.replaceAll(' ', ''), 'hex')));
    expect(content.text).toBe('営業時間は？');
  });

  it('is read with raw bytes of any charset in its header', async () => {
    const subject = Buffer.from('Subject: \x89c\x8b\xc6\r\nFrom: \x1b$B:4F#\x1b(B <hana@customer.example>\r\n', 'latin1');
    const { content } = await messageOf(Buffer.concat([subject, Buffer.from('\r\nx')]));
    expect([content.subject, content.from?.name]).toEqual(['営業', '佐藤']);
  });

  it('without a header block is its text', async () => {
    const { content, customer } = await messageOf(Buffer.from('\r\nこんにちは\r\n'));
    expect([content.text, customer.key]).toEqual(['こんにちは', emailCustomer]);
  });

  it('that is nested or headed beyond reason is kept and said to be unreadable', async () => {
    const deep = Array.from({ length: 30 }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`).join(
      '',
    );
    expect((await unreadOf(Buffer.from(`From: a@b.example\r\n${deep}`))).reason).toMatch(/nested/);
    expect((await unreadOf(mailOf(headersWith(`X-Long: ${'x'.repeat(1_100_000)}`), 'x'))).reason).toMatch(/1 MiB/);
    const { reason, raw } = await unreadOf(mailOf(headersWith('Content-Type: multipart/mixed; boundary=b'), '--b\n\nx\n'.repeat(1_200)));
    expect(reason).toMatch(/child nodes/);
    expect(raw).toEqual({ mail: { mediaId: expect.any(String), size: expect.any(Number) } });
  });

  it('of the largest size is cut for the log, and marked so', async () => {
    const { content } = await messageOf(mailOf(headersWith(), '長い'.repeat(500_000)));
    expect(content.text).toMatch(/\n\[…\]$/);
    expect(JSON.stringify(content).length).toBeLessThan(600_000);
  });
});
