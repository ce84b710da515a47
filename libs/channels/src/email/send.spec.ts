import type { MessageContent } from '@madoguchi/conversation';
import type { SendRequest } from '@madoguchi/use-cases';
import { type Script, type ScriptedPlatform, startScriptedMailServer } from '@madoguchi/use-cases/testing';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { deadline } from '../testing/scripted.js';
import { emailChannel, readMail } from './index.js';
import { emailCredentials, emailCustomer, MAIL_DOMAIN, signer } from './testing/email-account.js';
import { emailSetup, SUBMISSION_PASSWORD, withLogIn } from './testing/email-setup.js';
import { bounceAddress, ourMessageId, replyAddress, rootMessageId, thread } from './testing/mails.js';
import { messageIdOf } from './token.js';

const { request } = emailSetup.sending;
const file = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964aa', source: { kind: 'stored' } } as const;
const bytes = (text: string, fileName: string, mimeType: string) => ({ bytes: Buffer.from(text), fileName, mimeType });

let server: ScriptedPlatform;
beforeEach(async () => {
  server = await startScriptedMailServer();
});
afterEach(() => server.stop());

const sent = async (more: Partial<SendRequest> = {}, script?: Script, credentials: Record<string, string> = emailCredentials) => {
  if (script) server.script(script);
  const outcome = await emailSetup.channel(server.url).send({ ...request, ...more }, credentials, deadline());
  const raw = server.requests.find(({ method }) => method === 'END')?.body ?? Buffer.alloc(0);
  return { outcome, raw, mail: await simpleParser(raw) };
};
const steps = () => server.requests.map(({ method, path }) => [method, path]);
const addressesOf = (value: ParsedMail['to']) =>
  (Array.isArray(value) ? value : [value]).flatMap((each) => (each as AddressObject | undefined)?.value ?? []);

describe('sending a mail', () => {
  it('M-67: keeps the headers by which the customer sees one thread', async () => {
    const earlier = messageIdOf(signer, thread, 'an earlier reply');
    const { mail, outcome } = await sent({
      thread: {
        subject: 'RE: Re[2]: 返信: お問い合わせ',
        messageIds: [`${rootMessageId}#0123456789abcdef`, earlier, '<last@customer.example>#0123456789abcdef'],
        lastCustomerMessageId: '<last@customer.example>#0123456789abcdef',
      },
    });
    expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: [ourMessageId] });
    expect(mail).toMatchObject({
      messageId: ourMessageId,
      inReplyTo: '<last@customer.example>',
      references: [rootMessageId, earlier, '<last@customer.example>'],
      subject: 'Re: お問い合わせ',
    });
    expect(addressesOf(mail.from)).toEqual([{ name: '相談窓口', address: emailCredentials.baseAddress }]);
    expect(addressesOf(mail.replyTo)).toEqual([{ name: '相談窓口', address: replyAddress }]);
    expect(addressesOf(mail.to)).toEqual([{ name: '', address: emailCustomer }]);
    expect(mail.headers.get('x-madoguchi-window')).toBe(emailCredentials.baseAddress);
    expect(mail.headers.has('auto-submitted')).toBe(false);
  });

  it('tells other machines what no person wrote, so that none of them answers', async () => {
    const { mail } = await sent({ automatic: true });
    expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
    expect(mail.headers.get('x-auto-response-suppress')).toBe('All');
  });

  it('gives text and page, and only to the customer', async () => {
    const { mail, raw } = await sent({ content: { type: 'text', text: 'A & <B>\n  二行目 😀\n.\nend' } });
    expect(mail.text?.trimEnd()).toBe('A & <B>\n  二行目 😀\n.\nend');
    expect(mail.html).toContain('A &amp; &lt;B&gt;<br>\n&nbsp;&nbsp;二行目 😀<br>\n.<br>');
    expect(raw.toString()).toMatch(/multipart\/alternative/);
    expect(
      raw
        .toString('latin1')
        .split('\r\n')
        .every((line) => line.length <= 998),
    ).toBe(true);
    expect(steps().filter(([step]) => step === 'RCPT')).toHaveLength(1);
  });

  it('logs in, bounces to the address of this mail, and asks for reports with the headers only', async () => {
    await sent();
    expect(steps()).toMatchObject([
      ['EHLO', MAIL_DOMAIN],
      ['AUTH', expect.stringMatching(/^PLAIN /)],
      ['MAIL', expect.stringMatching(new RegExp(`^FROM:<${bounceAddress.replace('+', '\\+')}> SIZE=\\d+ RET=HDRS$`))],
      ['RCPT', `TO:<${emailCustomer}> NOTIFY=FAILURE,DELAY ORCPT=rfc822;${emailCustomer}`],
      ['DATA', ''],
      ['END', ''],
    ]);
  });

  it('goes where the customer wants answers, and is recognised when it comes back from there', async () => {
    const { mail, raw } = await sent({ thread: { messageIds: [], answerTo: 'Answers@customer.example' } });
    expect(addressesOf(mail.to)).toEqual([{ name: '', address: 'Answers@customer.example' }]);
    const { items } = await readMail(raw, { from: '', to: emailCredentials.baseAddress }, emailCredentials, new Date());
    expect(items).toMatchObject([{ kind: 'unread', platformKind: 'loop' }]);
  });

  it.each<[MessageContent, Partial<SendRequest>, string, string[]]>([
    [{ type: 'image', media: file, caption: '地図です' }, { mediaFile: bytes('PNG', '地図.png', 'image/png') }, '地図です', ['地図.png']],
    [{ type: 'file', media: file }, { mediaFile: bytes('%PDF', 'a.pdf', 'application/pdf') }, '', ['a.pdf']],
    [
      {
        type: 'email',
        subject: '見積書',
        text: '二つお送りします',
        attachments: [file, { ...file, mediaId: file.mediaId.replace(/a$/, 'b') }],
      },
      { attachments: [bytes('1', '見積書.pdf', 'application/pdf'), bytes('2', 'b.txt', 'text/plain')] },
      '二つお送りします',
      ['見積書.pdf', 'b.txt'],
    ],
  ])('attaches files: %j', async (content, more, text, names) => {
    const { mail } = await sent({ content, ...more });
    expect((mail.text ?? '').trim()).toBe(text);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(names);
    if (content.type === 'email') expect(mail.subject).toBe('見積書');
  });

  it('keeps the first and the last references, and no more than servers take', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `<${index}.${'x'.repeat(60)}@customer.example>`);
    const { mail } = await sent({ thread: { messageIds: ids, lastCustomerMessageId: ids[59] } });
    const references = [mail.references ?? []].flat();
    expect([references[0], references.at(-1)]).toEqual([ids[0], ids[59]]);
    expect(references.length).toBeLessThanOrEqual(21);
    expect(references.join(' ').length).toBeLessThan(2_200);
  });

  it('writes nothing into a header that does not belong there', async () => {
    const evil = 'x\r\nBcc: evil@x.example';
    const { mail, raw } = await sent(
      {
        content: { type: 'email', subject: `s${evil}`, text: 't', attachments: [] },
        thread: {
          subject: evil,
          messageIds: [`<a${evil}>`, 'no id'],
          lastCustomerMessageId: `<b> ${evil}`,
          answerTo: `a@b.example${evil}`,
        },
      },
      undefined,
      { ...emailCredentials, displayName: `n${evil}` },
    );
    expect(raw.toString()).not.toMatch(/^Bcc:/im);
    expect(mail.references).toEqual(['<axBcc:evil@x.example>', '<b>']);
    expect(addressesOf(mail.to)).toEqual([{ name: '', address: emailCustomer }]);
    expect(steps().filter(([step]) => step === 'RCPT')).toHaveLength(1);
  });
});

describe('a mail that cannot go', () => {
  const refusal = async (more: Partial<SendRequest>, credentials: Record<string, string> = emailCredentials) =>
    (await sent(more, undefined, credentials)).outcome;

  it('is refused with what to do, without a call', async () => {
    const unset = emailChannel({});
    expect(await unset.send(request, emailCredentials, deadline())).toMatchObject({
      code: 'no-submission-server',
      remedy: expect.stringContaining('MADOGUCHI_SMTP_URL'),
    });
    expect(await refusal({}, { baseAddress: emailCredentials.baseAddress })).toMatchObject({ code: 'account-incomplete' });
    expect(await refusal({ recipient: emailCustomer })).toMatchObject({ code: 'recipient-unreachable' });
    expect(await refusal({ content: { type: 'file', media: file } })).toMatchObject({ code: 'media-missing' });
    expect(
      await refusal({ content: { type: 'file', media: file }, mediaFile: { ...bytes('', 'a', 'b/c'), bytes: Buffer.alloc(18_000_001) } }),
    ).toMatchObject({ code: 'files-too-large' });
    expect(server.requests).toEqual([]);
  });

  it.each<[MessageContent, string]>([
    [{ type: 'sticker', stickerId: '1' }, 'type-not-supported'],
    [{ type: 'file', media: { ...file, size: 18_000_001 } }, 'file-too-large'],
    [{ type: 'email', text: ' ', attachments: [] }, 'text-empty'],
    [{ type: 'email', text: 'x', subject: 'x'.repeat(251), attachments: [] }, 'subject-too-long'],
    [{ type: 'email', text: 'x', attachments: Array.from({ length: 21 }, () => file) }, 'files-count'],
    [
      {
        type: 'email',
        text: 'x',
        attachments: [
          { ...file, size: 9_000_001 },
          { ...file, size: 9_000_000 },
        ],
      },
      'files-too-large',
    ],
    [{ type: 'email', text: 'x', attachments: [], cc: [{ address: 'a@b.example' }] }, 'copies'],
    [{ type: 'email', text: 'x', attachments: [], html: file }, 'html'],
  ])('is told of before: %j', (content, code) =>
    expect(emailChannel({}).checkContent(content, { now: new Date() })).toMatchObject([{ code }]),
  );

  it.each([
    [
      { status: 550, body: '5.1.1 User unknown' },
      { outcome: 'rejected', code: '5.1.1', remedy: expect.stringContaining('another one') },
    ],
    [
      { status: 550, body: 'go away' },
      { outcome: 'rejected', code: '550' },
    ],
    [
      { status: 552, body: 'too big' },
      { outcome: 'rejected', code: '552', remedy: expect.stringContaining('links') },
    ],
    [
      { status: 450, body: '4.7.1 greylisted' },
      { outcome: 'retry', holds: 'recipient', afterMs: 60_000 },
    ],
    [
      { status: 421, body: '4.7.0 too many connections' },
      { outcome: 'retry', holds: 'account' },
    ],
    [
      { status: 530, body: '5.7.0 Must issue a STARTTLS command first' },
      { outcome: 'retry', holds: 'account', reason: expect.stringContaining('MADOGUCHI_SMTP_URL') },
    ],
  ])('is taken as the server says it: %j', async (script, outcome) => expect((await sent({}, script)).outcome).toMatchObject(outcome));

  it('waits, with all others of the account, while the log-in is refused; its password is never told', async () => {
    server.script(({ method }) =>
      method === 'AUTH' ? { status: 535, body: `5.7.8 bad password ${SUBMISSION_PASSWORD}` } : { status: 250 },
    );
    const { outcome } = await sent();
    expect(outcome).toMatchObject({ outcome: 'retry', holds: 'account', reason: expect.stringContaining('log-in was refused') });
    expect(JSON.stringify(outcome)).not.toContain(SUBMISSION_PASSWORD);
    server.script(({ method }) => (method === 'AUTH' ? { status: 454, body: '4.7.0 later' } : { status: 250 }));
    expect((await sent()).outcome).toMatchObject({ outcome: 'retry', afterMs: 5_000 });
  });

  it('is not given to a server that greets with a refusal', async () => {
    server.script(({ method }) => (method === 'CONNECT' ? { status: 554, body: 'no service here' } : { status: 250 }));
    expect((await sent()).outcome).toMatchObject({ outcome: 'retry', holds: 'account' });
  });

  it('is not given to a server that is larger announced than it takes', async () => {
    const small = new SMTPServer({ size: 100, authOptional: true, disabledCommands: ['STARTTLS'], logger: false });
    await new Promise<void>((resolve) => void small.listen(0, '127.0.0.1', resolve));
    const { port } = small.server.address() as { port: number };
    const outcome = await emailChannel({ submissionUrl: `smtp://127.0.0.1:${port}` }).send(request, emailCredentials, deadline());
    expect(outcome).toMatchObject({ outcome: 'rejected', code: '552' });
    await new Promise<void>((resolve) => small.close(resolve));
  });

  it('is not given to a server whose certificate nobody trusts, nor unencrypted to another machine', async () => {
    const untrusted = new SMTPServer({ secure: true, authOptional: true, logger: false });
    untrusted.on('error', () => undefined);
    await new Promise<void>((resolve) => void untrusted.listen(0, '127.0.0.1', resolve));
    const { port } = untrusted.server.address() as { port: number };
    const outcome = await emailChannel({ submissionUrl: `smtps://127.0.0.1:${port}` }).send(request, emailCredentials, deadline());
    expect(outcome).toMatchObject({ outcome: 'retry', holds: 'account', reason: expect.stringContaining('certificate') });
    await new Promise<void>((resolve) => untrusted.close(resolve));
    const mustEncrypt = await emailChannel({ submissionUrl: withLogIn(server.url).replace('127.0.0.1', '0.0.0.0') }).send(
      request,
      emailCredentials,
      deadline(),
    );
    expect(mustEncrypt).toMatchObject({ outcome: 'retry', holds: 'account', reason: expect.stringContaining('encryption') });
    expect(server.requests.filter(({ method }) => method === 'AUTH' || method === 'END')).toEqual([]);
  });

  it.each([
    '',
    'smtp.example.com',
    'http://x.example',
    'smtp://user@x.example',
    'smtp://x.example/path',
    'smtp://x.example?tls=no',
    'smtp://u%ZZ:p@x.example',
  ])('cannot go by an address that is none: %s', async (submissionUrl) =>
    expect(await emailChannel({ submissionUrl }).send(request, emailCredentials, deadline())).toMatchObject({
      code: 'no-submission-server',
    }),
  );
});
