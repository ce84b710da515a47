import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { platformWords } from '../platform-call.js';
import type { OutgoingMail } from './message.js';
import type { Submission } from './submission.js';

/** What became of one dialogue with the submission server. Its words are fit to be shown. */
export type Handover =
  | { readonly kind: 'taken' }
  /** It said no to this mail, with a status of SMTP. */
  | { readonly kind: 'refused'; readonly status: number; readonly words: string }
  /** It does not let us in, or cannot be trusted: no mail at all goes out. */
  | { readonly kind: 'locked out'; readonly reason: string }
  /** The mail was not given over whole. */
  | { readonly kind: 'not given'; readonly reason: string }
  /** The final dot went out; nobody knows what came of it. */
  | { readonly kind: 'no answer'; readonly reason: string };

const CONNECT_WITHIN_MS = 10_000;
const SILENCE_MS = 30_000;
const GOODBYE_MS = 2_000;
const CHUNK = 64 * 1024;

/** What nodemailer tells of a failure. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Refusals that mean us, not this mail: log in first, encrypt first, wrong password. */
const MEANS_US = [530, 534, 535, 538];

/** One dialogue: as whom we speak, and what must never be told, should the server echo it. */
export interface Dialogue {
  readonly submission: Submission;
  /** The domain that we greet with. */
  readonly name: string;
  readonly secrets: readonly (string | undefined)[];
}

/** Gives one mail to the server, or (without one) only logs in. Ends when the signal aborts. */
export const handOver = (dialogue: Dialogue, mail: OutgoingMail | undefined, signal: AbortSignal): Promise<Handover> => {
  if (signal.aborted) return Promise.resolve({ kind: 'not given', reason: 'the deadline had passed before the call' });
  const { host, port, secure, mayBePlain, user, password } = dialogue.submission;
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: !secure && !mayBePlain,
    name: dialogue.name,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    // What is left of a dialogue is worth nothing.
    socketCloseTimeout: 0,
    ...(!secure && mayBePlain && { ignoreTLS: true }),
  });
  const progress = { loggedIn: false, whole: false };

  return new Promise((resolve) => {
    let over = false;
    const end = (result: Handover) => {
      if (over) return;
      over = true;
      signal.removeEventListener('abort', giveUp);
      if (result.kind === 'taken') sayGoodbye(connection);
      else connection.close();
      resolve(result);
    };
    const doubt = (reason: string): Handover => ({ kind: progress.whole ? 'no answer' : 'not given', reason });
    const giveUp = () => end(doubt('no answer within the deadline'));
    const fail = (error: SmtpError) => end(failureOf(error, dialogue, progress.loggedIn, doubt));
    signal.addEventListener('abort', giveUp, { once: true });
    connection.on('error', fail);
    connection.on('end', () => end(doubt('the server closed the connection')));

    const give = () => {
      progress.loggedIn = true;
      if (!mail) return end({ kind: 'taken' });
      const { envelope, raw } = mail;
      const dsn = { ret: 'HDRS', notify: ['FAILURE', 'DELAY'], recipient: envelope.to };
      return connection.send(
        { ...envelope, size: raw.length, dsn },
        Readable.from(watched(raw, progress), { objectMode: false }),
        (error) => (error ? fail(error as SmtpError) : end({ kind: 'taken' })),
      );
    };
    connection.connect((error) => {
      if (error) return fail(error as SmtpError);
      if (user === undefined) return give();
      return connection.login({ user, pass: password }, (refusal) => (refusal ? fail(refusal as SmtpError) : give()));
    });
  });
};

/** Servers write it down when somebody just leaves. */
const sayGoodbye = (connection: SMTPConnection): void => {
  connection.quit();
  setTimeout(() => connection.close(), GOODBYE_MS).unref();
};

/** Notes when the last byte is taken: from then on the final dot may be on its way. */
const watched = function* (raw: Buffer, progress: { whole: boolean }): Generator<Buffer> {
  for (let start = 0; start < raw.length; start += CHUNK) {
    if (start + CHUNK >= raw.length) progress.whole = true;
    yield raw.subarray(start, start + CHUNK);
  }
};

const failureOf = (
  error: SmtpError,
  { submission: { user, password }, secrets }: Dialogue,
  loggedIn: boolean,
  doubt: (reason: string) => Handover,
): Handover => {
  const { code = 'no code', responseCode = 0, response } = error;
  const words = platformWords(response, [...secrets, password, user, encoded(user, password)]) ?? 'no reason was given';
  if (code === 'ETLS') return { kind: 'locked out', reason: 'the server offers no encryption, or its certificate is not trusted' };
  if (isCertificateError(error)) return { kind: 'locked out', reason: "the server's certificate is not trusted" };
  if (code === 'EMESSAGE' && response === undefined)
    return { kind: 'refused', status: 552, words: 'the server takes no mail of this size' };
  if (['EAUTH', 'ENOAUTH'].includes(code) || MEANS_US.includes(responseCode))
    return notLetIn(responseCode, `the log-in was refused: ${words}`);
  if (responseCode < 400) return doubt(`the connection broke (${code})`);
  return loggedIn
    ? { kind: 'refused', status: responseCode, words }
    : notLetIn(responseCode, `the server refused the connection: ${words}`);
};

const notLetIn = (status: number, reason: string): Handover =>
  status >= 400 && status < 500 ? { kind: 'not given', reason } : { kind: 'locked out', reason };

const encoded = (user = '', password = ''): string => Buffer.from(`\0${user}\0${password}`).toString('base64');

const isCertificateError = (error: Error): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ALTNAME/.test(
    `${(error as { originalCode?: string }).originalCode ?? ''} ${(error as { code?: string }).code ?? ''}`,
  );
