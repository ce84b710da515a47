import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Background, Health } from '@madoguchi/service-kit';
import { fetchMedia, sendReply } from '@madoguchi/use-cases';
import { commandsTo } from './commands.js';
import type { OutboundSenderParts } from './parts.js';
import { storedFiles } from './stored-files.js';
import { FETCH_MEDIA, PARTS, SEND_REPLY } from './tokens.js';
import { WhenAConversationOpensThenLearnTheProfile } from './when-a-conversation-opens-then-learn-the-profile.js';
import { WhenAFileArrivesThenFetchIt } from './when-a-file-arrives-then-fetch-it.js';
import { WhenAReplyIsQueuedThenSendIt } from './when-a-reply-is-queued-then-send-it.js';

/** Everything that talks to the platforms after an event: answers, files, profiles. */
@Module({ controllers: [WhenAReplyIsQueuedThenSendIt, WhenAFileArrivesThenFetchIt, WhenAConversationOpensThenLearnTheProfile] })
export class OutboundSenderModule implements OnApplicationBootstrap {
  constructor(
    @Inject(PARTS) private readonly parts: OutboundSenderParts,
    @Inject(Background) private readonly background: Background,
    @Inject(Health) private readonly health: Health,
  ) {}

  static with(parts: OutboundSenderParts): DynamicModule {
    const { store, channels, commands, media, links, publicUrl, instance } = parts;
    const files = storedFiles(media, links, publicUrl);
    const ports = {
      store,
      channels,
      credentials: (tenantId: string, accountId: string) => parts.credentials.open(tenantId, accountId),
      command: commandsTo(commands).conversation,
      now: () => new Date(),
    };
    return {
      module: OutboundSenderModule,
      providers: [
        { provide: PARTS, useValue: parts },
        { provide: SEND_REPLY, useValue: sendReply({ ...ports, file: files.file, instance }) },
        { provide: FETCH_MEDIA, useValue: fetchMedia({ ...ports, save: files.save }) },
      ],
    };
  }

  onApplicationBootstrap(): void {
    const { store, database, connection, commands } = this.parts;
    this.health.register('log', async () => void (await store.head()));
    this.health.register('nats', async () => void (await connection.rtt()));
    this.background.atEnd(() => database.destroy());
    this.background.atEnd(() => store.close());
    this.background.atEnd(() => commands.close());
    this.background.atEnd(() => connection.drain());
  }
}
