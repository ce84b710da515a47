import { type MailContractSetup, startScriptedMailServer } from '@madoguchi/use-cases/testing';
import { emailChannel, readMail } from '../index.js';
import { conversationKeyOf } from '../token.js';
import { emailCredentials, emailCustomer, MAIL_DOMAIN, otherEmailCredentials } from './email-account.js';
import { documentedMails, forwarded, headersWith, mailOf, multipart, ourMessageId, replyId, rootMessageId, thread } from './mails.js';

export const SUBMISSION_PASSWORD = 'submission-password-0123456789';

/** The address of a scripted server with a log-in. */
export const withLogIn = (platform: string): string =>
  platform === '' ? '' : platform.replace(/^.*:\/\//, `smtp://desk:${SUBMISSION_PASSWORD}@`);

const NO_DNS = {
  resolveMx: () => Promise.reject(Object.assign(new Error('no DNS here'), { code: 'ECONNREFUSED' })),
  resolveTxt: () => Promise.reject(Object.assign(new Error('no DNS here'), { code: 'ECONNREFUSED' })),
};

const file = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964aa', source: { kind: 'stored' }, size: 70 } as const;

export const emailSetup: MailContractSetup = {
  name: 'E-mail',
  channel: (platform) =>
    emailChannel({ submissionUrl: withLogIn(platform), mailDomain: MAIL_DOMAIN }, () => new Date('2026-11-23T10:00:00Z'), NO_DNS),
  credentials: emailCredentials,
  otherCredentials: otherEmailCredentials,
  startPlatform: startScriptedMailServer,
  mails: {
    read: ({ raw, from = emailCustomer, to = emailCredentials.baseAddress }, receivedAt) =>
      readMail(raw, { from, to }, emailCredentials, receivedAt, { authserv: 'mx.in.desk.example' }),
    documented: documentedMails,
    text: (text) => mailOf(headersWith(`Message-ID: <text.${text.length}.${text.charCodeAt(0)}@customer.example>`), text),
    attachment: (fileName) =>
      mailOf(
        headersWith('Message-ID: <file@customer.example>', 'Content-Type: multipart/mixed; boundary="m"'),
        multipart('m', [
          [['Content-Type: text/plain'], 'see the file'],
          [
            [
              'Content-Type: application/octet-stream',
              `Content-Disposition: attachment; filename="=?UTF-8?B?${Buffer.from(fileName).toString('base64')}?="`,
            ],
            'x',
          ],
          [
            ['Content-Type: application/octet-stream', `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`],
            'y',
          ],
        ]),
      ),
    ordered: [
      mailOf(headersWith(), 'a'),
      mailOf(headersWith('Message-ID: <b@customer.example>', `References: ${rootMessageId}`, `In-Reply-To: ${rootMessageId}`), 'b'),
      mailOf(
        headersWith('Message-ID: <c@customer.example>', `References: ${rootMessageId} ${ourMessageId}`, `In-Reply-To: ${ourMessageId}`),
        'c',
      ),
    ],
    redelivered: [
      forwarded,
      Buffer.concat([
        Buffer.from('Delivered-To: archive@shop.example.jp\r\nReceived: by 2002:a05; Fri, 20 Nov 2026 10:00:20 +0900\r\nX-Filter: 1\r\n'),
        forwarded,
      ]),
    ],
  },
  sending: {
    request: {
      route: { kind: 'push' },
      recipient: conversationKeyOf(thread),
      content: { type: 'text', text: '9時からです 😀' },
      idempotencyKey: replyId,
      thread: {
        subject: 'お問い合わせ',
        messageIds: [`${rootMessageId}#0123456789abcdef`],
        lastCustomerMessageId: `${rootMessageId}#0123456789abcdef`,
      },
    },
    routes: [{ kind: 'push' }],
    accepted: { status: 250, body: '2.0.0 Ok: queued as 4XyZ' },
    messageIds: [ourMessageId],
    rejected: [
      { status: 550, body: '5.1.1 <hana@customer.example>: Recipient address rejected: User unknown' },
      { status: 551, body: 'user not local' },
      { status: 552, body: '5.3.4 Message size exceeds fixed limit' },
      { status: 553, body: '5.1.3 bad address syntax' },
      { status: 554, body: '5.7.1 Message rejected' },
    ],
    retry: [
      { answer: { status: 421, body: '4.3.2 Service shutting down' } },
      { answer: { status: 450, body: '4.2.0 Greylisted, come again in 300 seconds' } },
      { answer: { status: 451, body: '4.3.0 Temporary lookup failure' } },
      { answer: { status: 452, body: '4.2.2 Mailbox full' } },
    ],
    refusal: (words) => words,
    examples: [
      { type: 'text', text: 'こんにちは' },
      { type: 'image', media: { ...file, mimeType: 'image/png' }, caption: '地図' },
      { type: 'video', media: { ...file, mimeType: 'video/mp4' } },
      { type: 'audio', media: { ...file, mimeType: 'audio/mpeg' } },
      { type: 'file', media: { ...file, mimeType: 'application/pdf' } },
      { type: 'email', subject: '見積書', text: 'お送りします。', attachments: [file] },
    ],
    mediaReference: 'none',
    customerKey: emailCustomer,
  },
};
