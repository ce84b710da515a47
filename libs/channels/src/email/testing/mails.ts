import type { ContractMail } from '@madoguchi/use-cases/testing';
import { bounceAddressOf, messageIdOf, replyAddressOf, threadIdOf } from '../token.js';
import { emailCredentials, emailCustomer, signer } from './email-account.js';

/** A mail of these header lines and this body; text may hold bytes as Latin-1. */
export const mailOf = (headers: readonly string[], body: string | Buffer = '', encoding: BufferEncoding = 'utf8'): Buffer =>
  Buffer.concat([
    Buffer.from(`${headers.join('\r\n')}\r\n\r\n`, encoding),
    typeof body === 'string' ? Buffer.from(body.replace(/\r?\n/g, '\r\n'), encoding) : body,
  ]);

/** Header lines of an ordinary mail of the customer; lines that are given take the place of those of the same name. */
export const headersWith = (...lines: readonly string[]): readonly string[] => {
  const given = lines.map((line) => line.split(':')[0]?.toLowerCase());
  return [...USUAL.filter((line) => !given.includes(line.split(':')[0]?.toLowerCase())), ...lines];
};

const USUAL: readonly string[] = [
  'From: =?UTF-8?B?5L2Q6JekIOiKsQ==?= <Hana@Customer.example>',
  'To: support@shop.example.jp',
  'Subject: =?UTF-8?B?44GK5ZWP44GE5ZCI44KP44Gb?=',
  'Message-ID: <20261120010000.77A1@customer.example>',
  'Date: Fri, 20 Nov 2026 10:00:00 +0900',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=UTF-8',
];

/** Parts between boundaries; each part is header lines and a body. */
export const multipart = (boundary: string, parts: readonly (readonly [headers: readonly string[], body: string])[]): string =>
  [
    ...parts.map(([headers, body]) => `--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}\r\n`),
    `--${boundary}--\r\n`,
  ].join('');

export const rootMessageId = '<20261120010000.77A1@customer.example>';

/** The thread that the customer's first mail began. */
export const thread = { customer: emailCustomer, thread: threadIdOf(emailCredentials.baseAddress, rootMessageId) };

export const replyId = '6f9619ff-8b86-d011-b42d-00c04fc964ff';
export const ourMessageId = messageIdOf(signer, thread, replyId);
export const replyAddress = replyAddressOf(signer, thread);
export const bounceAddress = bounceAddressOf(signer, thread, replyId);

/** Forwarded by Gmail: the example of the fact sheet. */
export const forwarded = mailOf(
  [
    `Return-Path: <support+caf_=${emailCredentials.baseAddress.replace('@', '=')}@shop.example.jp>`,
    'Received: from mail-x.google.example (mail-x.google.example [192.0.2.41]) by mx.in.desk.example; Fri, 20 Nov 2026 10:00:09 +0900',
    'Authentication-Results: mx.in.desk.example; spf=pass smtp.mailfrom=shop.example.jp; dkim=pass header.d=customer.example; dmarc=pass header.from=customer.example',
    `X-Forwarded-To: ${emailCredentials.baseAddress}`,
    `X-Forwarded-For: support@shop.example.jp ${emailCredentials.baseAddress}`,
    'Delivered-To: support@shop.example.jp',
    'From: =?ISO-2022-JP?B?GyRCOjRGIxsoQiAbJEIyVhsoQg==?= <hana@customer.example>',
    'To: support@shop.example.jp',
    'Subject: =?ISO-2022-JP?B?GyRCJCpMZCQkOWckbyQ7GyhC?=',
    `Message-ID: ${rootMessageId}`,
    'Date: Fri, 20 Nov 2026 10:00:00 +0900',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b1"',
  ],
  multipart('b1', [
    [['Content-Type: text/plain; charset=ISO-2022-JP', 'Content-Transfer-Encoding: base64'], 'GyRCMUQ2SDt+NFYkTyEpGyhC'],
    [['Content-Type: text/html; charset=UTF-8'], '<p>営業時間は？</p>'],
  ]),
);

/** Gmail's question before it forwards: the example of the fact sheet. */
export const confirmation = mailOf(
  [
    'From: Gmail Team <forwarding-noreply@google.com>',
    `To: ${emailCredentials.baseAddress}`,
    'Subject: (#481516234) Gmail Forwarding Confirmation - Receive Mail from support@shop.example.jp',
    'Message-ID: <CAxyz@mail.gmail.com>',
    'Content-Type: text/plain; charset=UTF-8',
  ],
  `support@shop.example.jp has requested to automatically forward mail to your email address ${emailCredentials.baseAddress}.\nConfirmation code: 481516234\nhttps://mail-settings.google.com/mail/vf-%5BANGx%5D-Inv3nt3d\n\nIf you do not approve of this request, no further action is required. To cancel:\nhttps://mail-settings.google.com/mail/uf-%5BANGx%5D-Inv3nt3d\n`,
);

/** An absent customer's program: the example of the fact sheet. */
export const absence = mailOf(
  [
    'Return-Path: <>',
    'From: hana@customer.example',
    `To: desk <${replyAddress}>`,
    'Subject: =?UTF-8?B?6Ieq5YuV6L+U5L+hOiDkuI3lnKg=?=',
    'Message-ID: <absent.1@customer.example>',
    'Auto-Submitted: auto-replied; owner-email="hana@customer.example"',
    'X-Auto-Response-Suppress: All',
    `In-Reply-To: ${ourMessageId}`,
    'Content-Type: text/plain; charset=UTF-8',
  ],
  '11月25日まで不在です。',
);

/** What a server tells of our mail; `fields` of the recipient's block. */
export const deliveryReport = (
  fields: string,
  returned = `Message-ID: ${ourMessageId}\r\nTo: ${emailCustomer}`,
  more: readonly string[] = [],
): Buffer =>
  mailOf(
    [
      'Return-Path: <>',
      'From: Mail Delivery System <MAILER-DAEMON@mx.customer.example>',
      `To: <${bounceAddress}>`,
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: <report.${fields.length}.${returned.length}@mx.customer.example>`,
      'Auto-Submitted: auto-replied',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r1"',
      ...more,
    ],
    multipart('r1', [
      [['Content-Type: text/plain'], 'Your message could not be delivered.'],
      [['Content-Type: message/delivery-status'], `Reporting-MTA: dns; mx.customer.example\n\n${fields}`],
      [['Content-Type: text/rfc822-headers'], returned],
    ]),
  );

export const failedFields =
  'Final-Recipient: rfc822; hana@customer.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 user unknown\n';

/** A bounce of a server that does not know the form for it. */
export const oldFashionedBounce = mailOf(
  ['From: MAILER-DAEMON@mx.customer.example', `To: ${bounceAddress}`, 'Subject: failure notice', 'Message-ID: <q1@mx.customer.example>'],
  `Hi. This is the qmail-send program at mx.customer.example.\n<hana@customer.example>:\nSorry, no mailbox here by that name.\n\n--- Below this line is a copy of the message.\n\nMessage-ID: ${ourMessageId}\nTo: hana@customer.example\nSubject: Re: x\n\nhello\n`,
);

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** Text, page, a logo in the page, a picture in the page, and files with names in every way of writing. */
export const rich = mailOf(
  headersWith('Message-ID: <rich.1@customer.example>', 'Content-Type: multipart/mixed; boundary="m"'),
  multipart('m', [
    [
      ['Content-Type: multipart/related; boundary="r"'],
      multipart('r', [
        [
          ['Content-Type: multipart/alternative; boundary="a"'],
          multipart('a', [
            [['Content-Type: text/plain; charset=UTF-8'], '見積書をお送りします。\n\n-- \n佐藤 花'],
            [
              ['Content-Type: text/html; charset=UTF-8'],
              '<p>見積書をお送りします。</p><img src="cid:logo@x"><img src=\'cid:photo@x\'><img src="https://track.example/1.gif">',
            ],
          ]),
        ],
        [
          [
            'Content-Type: image/png; name="logo.png"',
            'Content-ID: <logo@x>',
            'Content-Transfer-Encoding: base64',
            'Content-Disposition: inline',
          ],
          PIXEL,
        ],
        [
          [
            'Content-Type: image/jpeg; name="photo.jpg"',
            'Content-ID: <photo@x>',
            'Content-Transfer-Encoding: base64',
            'Content-Disposition: inline',
          ],
          Buffer.alloc(6_000, 1).toString('base64').replace(/.{76}/g, '$&\n'),
        ],
      ]),
    ],
    [
      [
        'Content-Type: application/pdf',
        "Content-Disposition: attachment; filename*0*=UTF-8''%E8%A6%8B%E7%A9%8D; filename*1*=%E6%9B%B8.pdf",
      ],
      '%PDF-1.4',
    ],
    [['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="=?UTF-8?B?6KaL56mN5pu4LnBkZg==?="'], '%PDF-1.5'],
    [['Content-Type: text/plain; charset=UTF-8', 'Content-Disposition: attachment; filename="../../etc/passwd"'], 'root'],
    [['Content-Type: application/ms-tnef', 'Content-Transfer-Encoding: base64'], 'eJ8+IgAA'],
    [
      ['Content-Type: message/rfc822'],
      'From: inner@other.example\nSubject: inner subject\nIn-Reply-To: <inner@other.example>\n\ninner text',
    ],
    [
      ['Content-Type: text/calendar; method=REQUEST; charset=UTF-8'],
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:打ち合わせ\\, 本店\nEND:VEVENT\nEND:VCALENDAR',
    ],
  ]),
);

/** One mail for everything that is known to come. */
export const documentedMails: readonly ContractMail[] = [
  { raw: forwarded, from: 'support+caf_=x@shop.example.jp' },
  { raw: confirmation, from: 'forwarding-noreply@google.com' },
  { raw: absence, from: '', to: replyAddress },
  { raw: deliveryReport(failedFields), from: '', to: bounceAddress },
  { raw: deliveryReport('Final-Recipient: rfc822; hana@customer.example\nAction: delayed\nStatus: 4.4.1\n'), from: '', to: bounceAddress },
  {
    raw: deliveryReport('Final-Recipient: rfc822; hana@customer.example\nAction: delivered\nStatus: 2.0.0\n'),
    from: '',
    to: bounceAddress,
  },
  { raw: oldFashionedBounce, from: '', to: bounceAddress },
  { raw: rich },
  {
    raw: mailOf(
      headersWith('Message-ID: <html.1@customer.example>', 'Content-Type: text/html; charset=Shift_JIS'),
      Buffer.from('3c703e89638bc68e9e8ad482cd81483c2f703e', 'hex'),
    ),
  },
  {
    raw: mailOf(
      headersWith('Message-ID: <reply.1@customer.example>', `In-Reply-To: ${ourMessageId}`, `References: ${rootMessageId} ${ourMessageId}`),
      'ありがとう\n\n2026年11月21日(土) 10:00 窓口 <w@in.desk.example>:\n> 9時からです\n',
    ),
    to: replyAddress,
  },
  { raw: mailOf(headersWith('Message-ID: <loop.1@customer.example>', `X-Madoguchi-Window: ${emailCredentials.baseAddress}`), 'loop') },
  { raw: mailOf(['Subject: nobody'], 'no sender'), from: '' },
  { raw: mailOf(headersWith('Message-ID: <list.1@list.example>', 'Content-Type: multipart/mixed'), 'the boundary is missing') },
];
