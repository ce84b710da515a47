import { type HeaderField, headerIn, type MailHead } from './head.js';

/** `reply`: a machine's answer, proven by its own header. `some`: written by a machine, or it asks machines not to answer. */
export type Automatic = 'reply' | 'some' | 'no';

const SENDS_BY_ITSELF = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+.-].*)?$/i;
const SUBJECT =
  /^[\s【[(（]*(自動返信|不在通知|自動応答|automatic reply|auto(matic)?[ -]?(reply|response)|out of office|автоответ)\s*([】\])）]|[:：]|$)/i;

/** RFC 3834 and the habits of those who do not know it. Nothing of ours may answer such a mail by itself. */
export const automaticOf = (head: MailHead, subject: string, from: string, envelopeFrom: string): Automatic => {
  const submitted = headerIn(head, 'auto-submitted').split(';')[0]?.trim().toLowerCase() ?? '';
  if (submitted === 'auto-replied' || head.fields.some(isAutoReplyField)) return 'reply';
  const some =
    (submitted !== '' && submitted !== 'no') ||
    envelopeFrom === '' ||
    SUBJECT.test(subject) ||
    /^\s*(bulk|junk|list|auto_reply)\b/i.test(headerIn(head, 'precedence')) ||
    /\b(all|autoreply|oof)\b/i.test(headerIn(head, 'x-auto-response-suppress')) ||
    head.fields.some(({ name }) => name === 'list-id' || name === 'list-unsubscribe') ||
    SENDS_BY_ITSELF.test(from.split('@')[0] ?? '');
  return some ? 'some' : 'no';
};

const isAutoReplyField = ({ name, value }: HeaderField): boolean =>
  /^x-(autoreply|autorespond|autoreply-from)$/.test(name) && value.trim().toLowerCase() !== 'no';

/** Whether it is a machine's answer to one of our mails, and not a report about one: such come to the envelope's sender too. */
export const isAutoReply = (automatic: Automatic, subject: string, from: string): boolean =>
  (automatic === 'reply' || SUBJECT.test(subject)) && !/^(mailer-daemon|postmaster)@/i.test(from);
