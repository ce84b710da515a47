import { randomBytes } from 'node:crypto';

/** What a server reports of a mail that it had taken (RFC 3464). */
export interface Report {
  readonly action: 'failed' | 'delayed';
  readonly status: string;
  readonly diagnostic: string;
}

/** To the envelope's sender of the mail, from nobody, with the mail's header below. */
export const reportOf = (
  report: Report,
  mail: { readonly returnPath: string; readonly recipient: string; readonly raw: Buffer },
  date: Date,
): Buffer => {
  const boundary = `r.${randomBytes(6).toString('hex')}`;
  const headEnd = mail.raw.indexOf('\r\n\r\n');
  const head = mail.raw.subarray(0, headEnd < 0 ? mail.raw.length : headEnd).toString('latin1');
  const failed = report.action === 'failed';
  return Buffer.from(
    [
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.customer.example (Mail Delivery System)',
      `To: ${mail.returnPath}`,
      `Subject: ${failed ? 'Undelivered Mail Returned to Sender' : 'Delayed Mail (still being retried)'}`,
      `Date: ${date.toUTCString()}`,
      `Message-ID: <${randomBytes(8).toString('hex')}@mx.customer.example>`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain; charset=us-ascii',
      '',
      failed
        ? "I'm sorry to have to inform you that your message could not be delivered."
        : 'Your message has not been delivered yet. It will be retried.',
      '',
      `--${boundary}`,
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.customer.example',
      `Arrival-Date: ${date.toUTCString()}`,
      '',
      `Final-Recipient: rfc822; ${mail.recipient}`,
      `Original-Recipient: rfc822;${mail.recipient}`,
      `Action: ${report.action}`,
      `Status: ${report.status}`,
      `Diagnostic-Code: smtp; ${report.diagnostic}`,
      '',
      `--${boundary}`,
      'Content-Type: text/rfc822-headers',
      '',
      head,
      '',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
    'latin1',
  );
};
