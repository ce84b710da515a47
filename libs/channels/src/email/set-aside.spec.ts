import { emailCredentials } from './testing/email-account.js';
import { absence, confirmation, headersWith, mailOf, ourMessageId, replyAddress, thread } from './testing/mails.js';
import { AUTHSERV, messageOf, unreadOf } from './testing/reading.js';
import { conversationKeyOf } from './token.js';

describe('a mail of a machine', () => {
  it.each([
    ['Auto-Submitted: auto-generated'],
    ['Precedence: bulk'],
    ['List-Id: <news.shop.example>'],
    ['X-Auto-Response-Suppress: OOF, AutoReply'],
    ['From: no-reply@shop.example'],
    ['Subject: 自動返信: 不在です'],
    ['Subject: Automatic reply: away'],
    ['Subject: =?UTF-8?B?44CQ6Ieq5YuV6L+U5L+h44CR5Y+X5LuY?='],
  ])('is marked: %s', async (line) => expect((await messageOf(mailOf(headersWith(line), 'x'))).content.automatic).toBe(true));

  it.each([['Auto-Submitted: no'], ['Subject: 自動返信メールが届きません'], ['Subject: Re: 自動返信'], ['Precedence: first-class']])(
    'is not taken for one: %s',
    async (line) => expect((await messageOf(mailOf(headersWith(line), 'x'))).content.automatic).toBeUndefined(),
  );

  it('that answers a mail of ours stands in its thread', async () => {
    const item = await messageOf(absence, { from: '', to: replyAddress });
    expect(item).toMatchObject({
      conversationKey: conversationKeyOf(thread),
      content: { automatic: true, text: '11月25日まで不在です。' },
    });
  });

  it('that answers nothing of ours opens no conversation', async () => {
    const item = await unreadOf(mailOf(headersWith('Auto-Submitted: auto-replied'), 'away'), { from: '' });
    expect(item).toMatchObject({ platformKind: 'auto-reply', raw: { mail: { mediaId: expect.any(String) } } });
  });
});

describe('a mail that goes in circles', () => {
  it.each([
    ['our own header', [`X-Madoguchi-Window: ${emailCredentials.baseAddress}`]],
    ['our own address', [`From: Desk <${emailCredentials.baseAddress}>`]],
    ['our own address with a tag', [`From: ${replyAddress}`]],
    ['our own Message-ID', [`Message-ID: ${ourMessageId}`]],
    ['too many servers', Array.from({ length: 51 }, (_, hop) => `Received: from h${hop}.example`)],
  ])('is kept and marked: %s', async (_, lines) =>
    expect(await unreadOf(mailOf(headersWith(...lines), 'x'))).toMatchObject({ platformKind: 'loop' }),
  );

  it('is not what another installation sends', async () => {
    await messageOf(
      mailOf(
        headersWith('X-Madoguchi-Window: w-other@in.other.example', ...Array.from({ length: 50 }, (_, hop) => `Received: from h${hop}`)),
        'x',
      ),
    );
  });
});

describe("Gmail's question before it forwards", () => {
  it('M-72: is told to the administrator with its code and its link, not to the agents', async () => {
    expect(await unreadOf(confirmation, { from: 'forwarding-noreply@google.com' })).toMatchObject({
      platformKind: 'gmail-forwarding-confirmation',
      reason: expect.stringContaining('481516234'),
      raw: {
        code: '481516234',
        link: 'https://mail-settings.google.com/mail/vf-%5BANGx%5D-Inv3nt3d',
        requestedBy: 'support@shop.example.jp',
        verified: false,
      },
    });
  });

  it('M-72: is understood in Japanese', async () => {
    const japanese = mailOf(
      headersWith(
        'From: Gmail チーム <mail-noreply@google.com>',
        'Subject: （#123456789）Gmail の転送の確認 - user@gmail.com からメールを受信',
        `Authentication-Results: ${AUTHSERV}; dkim=pass header.d=google.com`,
      ),
      'user@gmail.com が…\n確認コード: 123456789\nhttps://mail.google.com/mail/vf-abc\n',
    );
    expect(await unreadOf(japanese)).toMatchObject({
      raw: { code: '123456789', link: 'https://mail.google.com/mail/vf-abc', requestedBy: 'user@gmail.com', verified: true },
    });
  });

  it.each([
    ['somebody else', ['From: Gmail Team <forwarding-noreply@google.com.evil.example>']],
    ['one that was forwarded', ['From: forwarding-noreply@google.com', 'X-Forwarded-To: w@in.desk.example']],
  ])('is not what %s writes', async (_, lines) => {
    await messageOf(mailOf(headersWith(...lines), 'Confirmation code: 123456\nhttps://mail-settings.google.com/mail/vf-x'));
  });

  it('bears no link that leads elsewhere', async () => {
    const forged = mailOf(
      headersWith('From: forwarding-noreply@google.com'),
      'Confirmation code: 123456\nhttps://mail-settings.google.com.evil.example/mail/vf-x',
    );
    expect((await unreadOf(forged)).raw).not.toHaveProperty('link');
  });
});
