import { headerIn, type MailHead, messageIdsIn } from './head.js';
import { mailOfBounceTag, type Signer, type Thread, threadIdOf, threadOfMessageId, threadOfReplyTag } from './token.js';

export interface ThreadReading extends Thread {
  /** Something of ours was answered: a token of ours stands in the mail. */
  readonly isOurs: boolean;
  /** The mail of ours that it answers. */
  readonly answers?: string;
}

/** What places a mail. */
export interface Placed {
  /** Of the envelope's recipient. */
  readonly tag?: string;
  readonly head: MailHead;
  /** The author's address in lower case. */
  readonly author: string;
  /** All addresses that the mail names, in lower case. */
  readonly named: readonly string[];
  /** Stands in for a Message-ID where there is none. */
  readonly ownId: string;
}

/**
 * The thread of a mail, computed from the mail alone; the first that says something: the token of our reply address, a Message-ID
 * of ours among those it refers to (the nearest), the root of its references. Else a thread begins with it. A subject never
 * joins anything: "Re: お問い合わせ" is every second mail's.
 */
export const threadOf = (mail: Placed, signer: Signer): ThreadReading => {
  const references = messageIdsIn(headerIn(mail.head, 'references'));
  const inReplyTo = messageIdsIn(headerIn(mail.head, 'in-reply-to'));
  const ours = [...inReplyTo, ...references.toReversed()].flatMap((id) => {
    const thread = threadOfMessageId(signer, id);
    return thread ? [{ ...thread, messageId: id.toLowerCase() }] : [];
  });
  const answers = ours[0] && { answers: ours[0].messageId };

  const tagged = mail.tag === undefined ? undefined : taggedThread(mail, mail.tag, signer);
  if (tagged) {
    const customer = tagged.customer ?? ours.find(({ thread }) => thread === tagged.thread)?.customer ?? mail.author;
    return { customer, thread: tagged.thread, isOurs: true, ...answers };
  }
  if (ours[0]) return { customer: ours[0].customer, thread: ours[0].thread, isOurs: true, ...answers };
  const root = references[0] ?? inReplyTo[0] ?? mail.ownId;
  return { customer: mail.author, thread: threadIdOf(signer.baseAddress, root), isOurs: false };
};

/** Machines answer to the envelope's sender: that address knows its thread as well. */
const taggedThread = ({ author, named }: Placed, tag: string, signer: Signer): { thread: string; customer?: string } | undefined => {
  const candidates = [author, ...named];
  return threadOfReplyTag(signer, tag, candidates) ?? mailOfBounceTag(signer, tag, candidates);
};
