import type { Credentials } from '@madoguchi/use-cases';
import { NotUnderstoodError, storableText } from '../platform-json.js';
import { keepable } from '../not-understood.js';
import { baseAddressOf } from './account.js';
import { automaticOf, isAutoReply } from './automatic.js';
import { bodyOf, type MailBody, type MailFile } from './body.js';
import { isReport, readReport } from './bounce.js';
import { decodeText } from './charset.js';
import { confirmationIn, inWords } from './confirmation.js';
import { messageIn } from './content.js';
import { headerIn, headOf, type MailHead } from './head.js';
import { dedupKeyOf, identityOf, mediaIdOf } from './identity.js';
import { loopIn } from './loop.js';
import { keptMail, type Mail, type MailEnvelope, type MailReading, sentAt, setAside, tagOf } from './mail.js';
import { type ParsedMail, parseMail } from './mime.js';
import { peopleOf } from './sender.js';
import { plainText } from './text.js';

export interface MailReader {
  /** The name under which our own mail server writes `Authentication-Results`; undefined: nobody checks who wrote a mail. */
  readonly authserv?: string;
}

const LONGEST_SUBJECT = 1_000;
/** Gmail's question is short. */
const LONGEST_READ = 20_000;

/** The mail as it came, under the name that it has in the media store: so that it is safe before anybody tries to read it. */
export const rawMailFile = (raw: Buffer, credentials: Credentials): MailFile =>
  keptMail(raw, baseAddressOf(credentials) ?? '', identityOf(raw, headIfAny(raw)));

/**
 * Reads one mail. Never rejects: what cannot be read becomes an `unread` item that names the stored mail.
 *
 * @param credentials of the account that has the envelope's recipient
 */
export const readMail = async (
  raw: Buffer,
  envelope: MailEnvelope,
  credentials: Credentials,
  receivedAt: Date,
  { authserv }: MailReader = {},
): Promise<MailReading> => {
  const identity = identityOf(raw, headIfAny(raw));
  const signer = { baseAddress: baseAddressOf(credentials) ?? '', replyKey: credentials.replyKey ?? '' };
  const mail: Mail = { raw, envelope, identity, kept: keptMail(raw, signer.baseAddress, identity), signer, receivedAt, authserv };
  try {
    return await understood(mail);
  } catch (error) {
    return setAside(mail, 'mail', error instanceof NotUnderstoodError ? error.message : 'reading it failed');
  }
};

const headIfAny = (raw: Buffer): MailHead | undefined => {
  try {
    return headOf(raw);
  } catch {
    return undefined;
  }
};

const NO_HEAD: MailHead = { fields: [], bodyStart: 0 };

/** Loops, reports and Gmail's question come before everything that makes a message of a mail. @throws NotUnderstoodError */
const understood = async (mail: Mail): Promise<MailReading> => {
  const head = headOf(mail.raw);
  if (!head) return messageIn(mail, { head: NO_HEAD, people: { to: [], cc: [] }, subject: '', body: wholeBody(mail, 0), automatic: 'no' });
  const parsed = await parseMail(mail.raw, head);
  const subject = subjectIn(parsed);
  const people = peopleOf(head, parsed.headers);
  const from = people.from?.address ?? '';

  const loop = loopIn(mail, head, from);
  if (loop !== undefined) return setAside(mail, 'loop', loop);
  const automatic = automaticOf(head, subject, from, mail.envelope.from);
  const report = isAutoReply(automatic, subject, from) && !isFormalReport(head) ? undefined : reportIn(mail, head, parsed);
  if (report) return report;

  const idOf = (part: string) => mediaIdOf(mail.signer.baseAddress, mail.identity, part);
  const body = parsed.parts.length > 0 ? bodyOf(parsed.parts, idOf) : wholeBody(mail, head.bodyStart);
  const confirmation = confirmationIn(head, from, subject, [body.text, body.quoted].join('\n').slice(0, LONGEST_READ), mail.authserv);
  if (confirmation) return setAside(mail, 'gmail-forwarding-confirmation', inWords(confirmation), confirmation);
  return messageIn(mail, { head, people, subject, body, automatic });
};

const reportIn = (mail: Mail, head: MailHead, { parts }: ParsedMail): MailReading | undefined => {
  const tag = tagOf(mail);
  if (!isReport(head, parts, tag, mail.envelope.from)) return undefined;
  const reading = readReport({ head, parts, tag, dedupKey: dedupKeyOf(mail.identity), at: sentAt(mail, head) }, mail.signer);
  return reading.about === 'our mail'
    ? { items: [keepable(reading.item)], files: [mail.kept] }
    : setAside(mail, reading.platformKind, reading.reason);
};

const isFormalReport = (head: MailHead): boolean => /^\s*multipart\/report\b/i.test(headerIn(head, 'content-type'));

/** Where mailparser finds no text: without a header block, or without the boundary that should be named in it. */
const wholeBody = ({ raw }: Mail, bodyStart: number): MailBody => ({
  text: plainText(decodeText(raw.subarray(bodyStart))).trim(),
  attachments: [],
  files: [],
});

const subjectIn = ({ headers }: ParsedMail): string => {
  const subject = headers.get('subject');
  const text = typeof subject === 'string' ? storableText(subject.replace(/\p{Cc}+/gu, ' ').trim()) : '';
  return text.length > LONGEST_SUBJECT ? `${storableText(text.slice(0, LONGEST_SUBJECT - 1))}…` : text;
};
