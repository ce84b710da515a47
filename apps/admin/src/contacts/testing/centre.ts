import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { platformAccountDecider, platformAccountStream } from '@madoguchi/accounts';
import { INBOUND_STREAM, type InboundItem, type InboundMessage, inboundSubject } from '@madoguchi/contracts';
import {
  contactDecider,
  contactId,
  contactStream,
  type ContactCommand,
  type ConversationCommand,
  conversationDecider,
  conversationId,
  conversationStream,
  threadKey,
} from '@madoguchi/conversation';
import { derivedId, handleCommand, startOf } from '@madoguchi/event-sourcing';
import { openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { connect, consumePartitions, ensureStreams, groupPublisher, relay } from '@madoguchi/jetstream';
import { FolderMediaStore } from '@madoguchi/media';
import { openSealedLog } from '@madoguchi/personal-data';
import { deskProjectors, personRows, readModelEntities, runProjector, waitForPosition } from '@madoguchi/read-models';
import { masterKeysFrom } from '@madoguchi/secrets';
import { signInEntities } from '@madoguchi/sign-in';
import { CertificateSeal, eraseContact, receiveInbound } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';

export const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ACCOUNT = derivedId('spec', 'account');
export const QUEUE = derivedId('spec', 'queue');
export const AGENT = derivedId('spec', 'agent');

export interface CentreAddresses {
  readonly database: string;
  readonly nats: string;
  readonly mediaFolder: string;
  readonly masterKey: string;
}

/** The services of a small centre in one process, over a real PostgreSQL and a real NATS. */
export const openCentre = async (addresses: CentreAddresses, tenantId: string) => {
  const now = () => new Date();
  /** Keys are forgotten after seconds, and an erasure waits for that: here it turns the clock on instead. Milliseconds. */
  let turnedOn = 0;
  const database = await new DataSource({
    type: 'postgres',
    url: addresses.database,
    entities: [...readModelEntities, ...signInEntities],
    poolSize: deskProjectors.length + 8,
  }).initialize();
  const log = await openSealedLog(await openPostgresEventStore({ url: addresses.database }), {
    url: addresses.database,
    masterKey: addresses.masterKey,
    clock: () => performance.now() + turnedOn,
  });
  const connection = await connect(addresses.nats, 'spec', quiet);
  await ensureStreams(connection, { log: quiet });
  const media = new FolderMediaStore(addresses.mediaFolder);
  const ending = new AbortController();
  const receive = receiveInbound(log.store, now, log.pseudonyms);
  const running = [
    relay({ store: log.raw, connection, signal: ending.signal, log: quiet }),
    consumePartitions({
      connection,
      stream: INBOUND_STREAM,
      durable: 'receive',
      subjects: (partition) => [`inbound.${partition}.>`],
      key: (delivery) => delivery.subject,
      handler: async (delivery) => void (await receive(delivery.json<InboundMessage>())),
      signal: ending.signal,
      log: quiet,
      now,
    }),
    ...deskProjectors.map((projector) =>
      runProjector({ store: log.store, projector, database, signal: ending.signal, log: quiet, firstPauseMs: 20 }),
    ),
  ];
  const publisher = groupPublisher(connection, { log: quiet, deadlineMs: 60_000 });

  const ids = {
    contact: async (key: string) => contactId(tenantId, ACCOUNT, await log.pseudonyms.of(tenantId, key)),
    conversation: async (key: string, number = 1) =>
      conversationId(tenantId, await log.pseudonyms.of(tenantId, threadKey(ACCOUNT, key)), number),
  };
  const rows = personRows(database);

  return {
    database,
    log,
    connection,
    media,
    rows,
    ids,
    /** What a platform tells comes in through INBOUND, as in life. */
    tell: (item: InboundItem) => {
      const message: InboundMessage = {
        tenantId,
        accountId: ACCOUNT,
        channel: 'whatsapp',
        queueId: QUEUE,
        receivedAt: now().toISOString(),
        item,
      };
      return publisher.publish([{ subject: inboundSubject(message), data: Buffer.from(JSON.stringify(message)) }]);
    },
    command: (id: string, command: ConversationCommand) =>
      handleCommand(
        log.store,
        conversationDecider,
        conversationStream(id),
        command,
        startOf(tenantId, { kind: 'agent', id: AGENT }, randomUUID()),
        { now },
      ),
    contactCommand: (id: string, command: ContactCommand) =>
      handleCommand(
        log.store,
        contactDecider,
        contactStream(id),
        command,
        startOf(tenantId, { kind: 'system', automation: 'spec' }, randomUUID()),
        { now },
      ),
    /** Who waits at the end of the log notices that it was sent back when something comes; this changes no row. */
    wakeProjectors: () => {
      const platformAccountId = randomUUID();
      const command = {
        type: 'ClaimPlatformAccount',
        channel: 'whatsapp',
        platformAccountId,
        holder: { tenantId, accountId: ACCOUNT },
        maySeeAccounts: false,
        at: now().toISOString(),
      } as const;
      const cause = startOf(tenantId, { kind: 'system', automation: 'spec' }, randomUUID());
      return handleCommand(log.store, platformAccountDecider, platformAccountStream('whatsapp', platformAccountId), command, cause, {
        now,
      });
    },
    /** What a process remembers of keys it has forgotten when this returns. */
    turnClockOn: (milliseconds: number) => {
      turnedOn += milliseconds;
    },
    settled: async () => waitForPosition(database, deskProjectors, await log.store.head(), AbortSignal.timeout(120_000)),
    erasing: {
      erasures: log.erasures,
      eraseContact: eraseContact({
        store: log.store,
        raw: log.raw,
        erasures: log.erasures,
        rows,
        media,
        seal: new CertificateSeal(masterKeysFrom(addresses.masterKey)),
        now,
        pause: async (milliseconds) => {
          turnedOn += milliseconds;
        },
      }),
    },
    close: async () => {
      ending.abort();
      await Promise.all(running);
      await connection.close();
      await log.store.close();
      await database.destroy();
    },
  };
};

export type Centre = Awaited<ReturnType<typeof openCentre>>;

/** A customer with everything that a customer can leave with us, all of it with this word in it. */
export const aCustomer = async (
  centre: Centre,
  word: string,
): Promise<{ readonly contact: string; readonly conversation: string; readonly key: string }> => {
  const key = `81${word}`;
  const customer = { key, displayName: `Name ${word}`, language: 'ja' };
  const item = { conversationKey: key, customer };
  const file = {
    mediaId: derivedId('spec', 'file', word),
    source: { kind: 'platform', reference: `ref ${word}` },
    fileName: `${word}.png`,
  } as const;
  const at = new Date().toISOString();
  await centre.tell({
    ...item,
    kind: 'message',
    dedupKey: `${word} 1`,
    providerMessageId: `wamid.${word}.1`,
    orderKey: '0001',
    sentAt: at,
    content: { type: 'text', text: `Hello, I am ${word}` },
    sender: { id: key, name: `Sender ${word}` },
    replyHandle: { token: `token ${word}`, expiresAt: at },
    quoteToken: `quote ${word}`,
    readToken: `read ${word}`,
  });
  await centre.tell({
    ...item,
    kind: 'message',
    dedupKey: `${word} 2`,
    providerMessageId: `wamid.${word}.2`,
    orderKey: '0002',
    sentAt: at,
    content: { type: 'image', media: file, caption: `Picture of ${word}` },
    replyTo: { providerMessageId: `wamid.${word}.1` },
  });
  await centre.tell({
    ...item,
    kind: 'edit',
    dedupKey: `${word} 3`,
    providerMessageId: `wamid.${word}.1`,
    content: { type: 'text', text: `Hello, I was ${word}` },
    editedAt: at,
  });
  await centre.tell({
    ...item,
    kind: 'reaction',
    dedupKey: `${word} 4`,
    providerMessageId: `wamid.${word}.1`,
    reactions: ['👍'],
    reactedAt: at,
  });
  await centre.tell({
    kind: 'unread',
    dedupKey: `${word} 5`,
    conversationKey: key,
    platformKind: 'novelty',
    reason: `what ${word} sent is new`,
    raw: { from: key, said: word },
  });

  const [conversation, contact] = [await centre.ids.conversation(key), await centre.ids.contact(key)];
  const events = async () => (await centre.log.raw.readStream(conversationStream(conversation))).map(({ type }) => type);
  for (const deadline = Date.now() + 120_000; !(await events()).includes('CustomerReacted');) {
    if (Date.now() > deadline) throw new Error('what the platform told did not come into the log');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const stored = (await centre.log.store.readStream(conversationStream(conversation))).flatMap(({ data }) => {
    const { content } = data as { content?: { media?: { mediaId: string } } };
    return content?.media ? [content.media.mediaId] : [];
  });
  const picture = derivedId('spec', 'picture', word);
  const tenant = (await centre.log.raw.readStream(conversationStream(conversation)))[0]!.metadata.tenantId;
  for (const id of [stored[0]!, picture])
    await centre.media.save(tenant, id, Readable.from([Buffer.from(`bytes of ${word}`)]), { limit: 1_000, fileName: `${word}.png` });

  const [offerId, replyId] = [derivedId('spec', 'offer', word), derivedId('spec', 'reply', word)];
  const explanation = { rule: 'spec', waitedSeconds: 1, candidates: [] };
  await centre.command(conversation, {
    type: 'RecordMediaStored',
    mediaId: stored[0]!,
    mimeType: 'image/png',
    size: 10,
    sha256: 'x',
    fileName: `${word}.png`,
  });
  await centre.command(conversation, {
    type: 'OfferToAgent',
    offerId,
    agentId: AGENT,
    queueId: QUEUE,
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
    explanation,
  });
  await centre.command(conversation, { type: 'AssignToAgent', offerId, agentId: AGENT });
  await centre.command(conversation, {
    type: 'ReplyToCustomer',
    replyId,
    agentId: AGENT,
    content: { type: 'text', text: `Dear ${word}` },
    replyTo: { providerMessageId: `wamid.${word}.1` },
  });
  await centre.command(conversation, { type: 'StartSending', replyId, route: 'push', attempt: 1 });
  await centre.command(conversation, { type: 'RecordAccepted', replyId, providerMessageIds: [`wamid.${word}.3`], acceptedAt: at });
  await centre.command(conversation, { type: 'AddNote', noteId: randomUUID(), agentId: AGENT, text: `${word} is angry` });
  await centre.contactCommand(contact, {
    type: 'LearnProfile',
    displayName: `Name ${word}`,
    pictureUrl: `https://pictures.example/${word}`,
    learnedAt: at,
  });
  await centre.contactCommand(contact, { type: 'RecordPicture', pictureUrl: `https://pictures.example/${word}`, mediaId: picture });
  await centre.settled();
  return { contact, conversation, key };
};
