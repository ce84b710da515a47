import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { ChannelType, ConversationEvent } from '@madoguchi/conversation';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import type { EventStore, Recorded } from '@madoguchi/event-sourcing';
import { CommandClient, CommandUnansweredError, consumePartitions, isOutageByDefault, type NatsConnection } from '@madoguchi/jetstream';
import type { FolderMediaStore, PublicLinks } from '@madoguchi/media';
import type { AccountCredentials } from '@madoguchi/secrets';
import { Background, Health, LOGGER, type Logger } from '@madoguchi/service-kit';
import { type Channel, fetchMedia, sendReply } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { commandsTo } from './commands.js';
import { storedFiles } from './stored-files.js';
import { PARTS } from './tokens.js';
import { whenAConversationOpensThenLearnTheProfile } from './when-a-conversation-opens-then-learn-the-profile.js';
import { whenAFileArrivesThenFetchIt } from './when-a-file-arrives-then-fetch-it.js';
import { whenAReplyIsQueuedThenSendIt } from './when-a-reply-is-queued-then-send-it.js';

export interface OutboundSenderParts {
  readonly store: EventStore;
  readonly database: DataSource;
  readonly connection: NatsConnection;
  readonly commands: CommandClient;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  readonly credentials: AccountCredentials;
  readonly media: FolderMediaStore;
  readonly links: PublicLinks;
  readonly publicUrl: string;
  /** This process among its copies. */
  readonly instance: string;
}

/** Everything that talks to the platforms after an event: answers, files, profiles. */
@Module({})
export class OutboundSenderModule implements OnApplicationBootstrap {
  constructor(
    @Inject(PARTS) private readonly parts: OutboundSenderParts,
    @Inject(Background) private readonly background: Background,
    @Inject(Health) private readonly health: Health,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  static with(parts: OutboundSenderParts): DynamicModule {
    return { module: OutboundSenderModule, providers: [{ provide: PARTS, useValue: parts }] };
  }

  onApplicationBootstrap(): void {
    const { store, database, connection, commands, channels, media, links, publicUrl, instance } = this.parts;
    const now = () => new Date();
    const credentials = (tenantId: string, accountId: string) => this.parts.credentials.open(tenantId, accountId);
    const ask = commandsTo(commands);
    const files = storedFiles(media, links, publicUrl);
    const ports = { store, channels, credentials, command: ask.conversation, now };

    this.automation('send', ['ReplyQueued', 'ReplyRequeued'], whenAReplyIsQueuedThenSendIt(sendReply({ ...ports, file: files.file, instance })));
    this.automation('fetch-files', ['CustomerMessageReceived', 'CustomerMessageEdited'], whenAFileArrivesThenFetchIt(fetchMedia({ ...ports, save: files.save })));
    this.automation('learn-profiles', ['ConversationOpened'], whenAConversationOpensThenLearnTheProfile(channels, credentials, ask));

    this.health.register('log', async () => void (await store.head()));
    this.health.register('nats', async () => void (await connection.rtt()));
    this.background.atEnd(() => database.destroy());
    this.background.atEnd(() => store.close());
    this.background.atEnd(() => commands.close());
    this.background.atEnd(() => connection.drain());
  }

  /** One consumer per automation, in order per conversation; what must wait stops nobody else. */
  private automation<Type extends ConversationEvent['type']>(
    durable: string,
    types: readonly Type[],
    handle: (event: Extract<Recorded<ConversationEvent>, { type: Type }>) => Promise<void>,
  ): void {
    this.background.run(durable, (signal) =>
      consumePartitions({
        connection: this.parts.connection,
        stream: EVENTS_STREAM,
        durable,
        subjects: (partition) => types.map((type) => `events.${partition}.conversation.${type}`),
        key: (delivery) => delivery.json<{ stream: string }>().stream,
        handler: (delivery) => handle(delivery.json()),
        isOutage: (error) => error instanceof CommandUnansweredError || isOutageByDefault(error),
        signal,
        log: this.log,
        now: () => new Date(),
      }),
    );
  }
}
