import { type MailEnvelope, rawMailFile, readMail } from '@madoguchi/channels';
import type { InboundMessage } from '@madoguchi/contracts';
import type { GroupPublisher } from '@madoguchi/jetstream';
import { Counter, Histogram, type Logger } from '@madoguchi/service-kit';
import type { MediaStore } from '@madoguchi/use-cases';
import { within } from '../account-lookup.js';
import type { IngressAccount } from '../find-account.js';
import { outgoingItem } from '../outgoing-item.js';
import { comeAgain } from './reply.js';
import { asStored, storeFiles } from './stored-files.js';

export interface MailIntakeParts {
  readonly media: Pick<MediaStore, 'save'>;
  readonly publisher: Pick<GroupPublisher, 'publish'>;
  readonly log: Pick<Logger, 'warn'>;
  readonly now: () => Date;
  /** The name under which the mail server in front of us writes `Authentication-Results`. */
  readonly authserv?: string;
  /** Milliseconds from the final dot to the reply. Default 20,000. */
  readonly deadlineMs?: number;
}

/** A mail and who it is for: the envelope alone decides. */
export interface TakenMail {
  readonly raw: Buffer;
  readonly envelope: MailEnvelope;
  readonly account: IngressAccount;
}

const mails = new Counter({ name: 'madoguchi_mails_total', help: 'Mails by what they became', labelNames: ['outcome'] });
const storing = new Histogram({
  name: 'madoguchi_mail_store_seconds',
  help: 'From the final dot to the synced commit',
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

/**
 * Takes one mail for one account: the raw mail is stored, then read, then its files are stored, then its item is published. Whoever
 * sent it may forget it when this resolves, and not before. Repeated, it stores and says the same.
 *
 * @throws SmtpReply
 */
export const mailIntake = ({ media, publisher, log, now, authserv, deadlineMs = 20_000 }: MailIntakeParts) => {
  const take = async ({ raw, envelope, account }: TakenMail): Promise<string> => {
    const { tenantId, accountId, queueId, linkOff, credentials } = account;
    const receivedAt = now();
    const kept = await storeFiles(media, tenantId, [rawMailFile(raw, credentials)]);
    const { items, files } = await readMail(raw, envelope, credentials, receivedAt, { authserv });
    const stored = await storeFiles(
      media,
      tenantId,
      files.filter(({ mediaId }) => !kept.has(mediaId)),
    );
    const messages = items.map((item): InboundMessage => {
      return {
        tenantId,
        accountId,
        channel: 'email',
        queueId,
        linkOff,
        receivedAt: receivedAt.toISOString(),
        item: asStored(item, stored),
      };
    });
    await publisher.publish(messages.map(outgoingItem));
    const [item] = items;
    return item?.kind === 'unread' ? item.platformKind : (item?.kind ?? 'nothing');
  };

  return async (mail: TakenMail): Promise<void> => {
    const stored = storing.startTimer();
    try {
      mails.inc({ outcome: await within(deadlineMs, take(mail)) });
      stored();
    } catch (error) {
      mails.inc({ outcome: 'not stored' });
      log.warn(
        { reason: (error as Error).message, accountId: mail.account.accountId },
        'a mail could not be stored; its sender is asked to come again',
      );
      throw comeAgain('The mail could not be stored now, come again later');
    }
  };
};
