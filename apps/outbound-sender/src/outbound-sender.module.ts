import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Background, Health, LOGGER, type Logger } from '@madoguchi/service-kit';
import { SharedSendingPace } from '@madoguchi/sending-pace';
import { fetchMedia, learnProfile, listTemplates, sendReaction, sendReply, showSign, tellBotNotice } from '@madoguchi/use-cases';
import { commandsTo } from './commands.js';
import type { OutboundSenderParts } from './parts.js';
import { storedFiles } from './stored-files.js';
import { tidyPace } from './tidy-pace.js';
import { PlatformController } from './platform.controller.js';
import { FETCH_MEDIA, LEARN_PROFILE, LIST_TEMPLATES, PARTS, SEND_REACTION, SEND_REPLY, SHOW_SIGN, TELL_BOT_NOTICE } from './tokens.js';
import { WhenAConversationOpensThenLearnTheProfile } from './when-a-conversation-opens-then-learn-the-profile.js';
import { WhenAFileArrivesThenFetchIt } from './when-a-file-arrives-then-fetch-it.js';
import { WhenAMemberAddsTheBotThenGreetThem } from './when-a-member-adds-the-bot-then-greet-them.js';
import { WhenAReplyIsQueuedThenSendIt } from './when-a-reply-is-queued-then-send-it.js';
import { WhenAnAgentReactsThenTellThePlatform } from './when-an-agent-reacts-then-tell-the-platform.js';
import { WhenSomebodyWritesInARoomThenSayThatTalksAreOneToOne } from './when-somebody-writes-in-a-room-then-say-that-talks-are-one-to-one.js';

/** Everything that talks to the platforms after an event: answers, files, profiles. */
@Module({
  controllers: [
    WhenAReplyIsQueuedThenSendIt,
    WhenAFileArrivesThenFetchIt,
    WhenAConversationOpensThenLearnTheProfile,
    WhenAnAgentReactsThenTellThePlatform,
    WhenAMemberAddsTheBotThenGreetThem,
    WhenSomebodyWritesInARoomThenSayThatTalksAreOneToOne,
    PlatformController,
  ],
})
export class OutboundSenderModule implements OnApplicationBootstrap {
  constructor(
    @Inject(PARTS) private readonly parts: OutboundSenderParts,
    @Inject(SharedSendingPace) private readonly pace: SharedSendingPace,
    @Inject(Background) private readonly background: Background,
    @Inject(Health) private readonly health: Health,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  static with(parts: OutboundSenderParts): DynamicModule {
    const { store, channels, commands, media, links, publicUrl, instance, fetchPicture } = parts;
    const pace = new SharedSendingPace(parts.database, () => new Date());
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
        { provide: SEND_REPLY, useValue: sendReply({ ...ports, file: files.file, pace, instance }) },
        { provide: TELL_BOT_NOTICE, useValue: tellBotNotice({ ...ports, pace }) },
        { provide: SEND_REACTION, useValue: sendReaction(ports) },
        { provide: SHOW_SIGN, useValue: showSign(ports) },
        { provide: LIST_TEMPLATES, useValue: listTemplates(ports) },
        { provide: SharedSendingPace, useValue: pace },
        {
          provide: LEARN_PROFILE,
          useValue: learnProfile({
            ...ports,
            command: commandsTo(commands).contact,
            tellConversation: commandsTo(commands).conversation,
            fetchPicture,
            save: files.savePicture,
            remove: files.remove,
          }),
        },
        { provide: FETCH_MEDIA, useValue: fetchMedia({ ...ports, describe: files.describe, save: files.save, remove: files.remove }) },
      ],
    };
  }

  onApplicationBootstrap(): void {
    const { store, database, connection, commands, media } = this.parts;
    this.health.register('log', async () => void (await store.head()));
    this.health.register('nats', async () => void (await connection.rtt()));
    this.health.register('files', () => media.check());
    this.background.run('tidying the pace of sending', (signal) => tidyPace(this.pace, this.log, signal));
    this.background.atEnd(() => database.destroy());
    this.background.atEnd(() => store.close());
    this.background.atEnd(() => commands.close());
    this.background.atEnd(() => connection.drain());
  }
}
