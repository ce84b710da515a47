import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { ChannelType } from '@madoguchi/conversation';
import { type GroupPublisher, type NatsConnection } from '@madoguchi/jetstream';
import { PublicLinks } from '@madoguchi/media';
import { Background, Gauge, Health } from '@madoguchi/service-kit';
import type { Channel, MediaStore } from '@madoguchi/use-cases';
import type { AccountLookup, Lookup } from './account-lookup.js';
import type { IngressAccount } from './find-account.js';
import type { MailServer } from './mail/mail-server.js';
import { MediaController } from './media.controller.js';
import { ACCOUNTS, ACCOUNTS_AT_PLATFORM, CHANNELS, MEDIA, NATS, PUBLISHER } from './tokens.js';
import { PageWebhookController, WebhookController } from './webhook.controller.js';
import { WebhookIntake } from './webhook-intake.js';

export interface IngressParts {
  readonly accounts: AccountLookup;
  readonly atPlatform: Lookup<readonly IngressAccount[]>;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  readonly connection: NatsConnection;
  readonly publisher: GroupPublisher;
  readonly media: MediaStore;
  readonly links: PublicLinks;
  /** Listens already; absent where this deployment takes no mail. */
  readonly mail?: MailServer;
  /** Called at the very end. */
  readonly close: () => Promise<unknown>;
}

const CLOSE = Symbol('CLOSE');
const MAIL = Symbol('MAIL');

/** What platforms deliver comes in here; it keeps no state. */
@Module({ controllers: [WebhookController, PageWebhookController, MediaController] })
export class IngressModule implements OnApplicationBootstrap {
  constructor(
    @Inject(NATS) private readonly connection: NatsConnection,
    @Inject(PUBLISHER) private readonly publisher: GroupPublisher,
    @Inject(CLOSE) private readonly close: () => Promise<unknown>,
    @Inject(MAIL) private readonly mail: MailServer | undefined,
    @Inject(Background) private readonly background: Background,
    @Inject(Health) private readonly health: Health,
  ) {}

  static with(parts: IngressParts): DynamicModule {
    return {
      module: IngressModule,
      providers: [
        WebhookIntake,
        { provide: ACCOUNTS, useValue: parts.accounts },
        { provide: ACCOUNTS_AT_PLATFORM, useValue: parts.atPlatform },
        { provide: CHANNELS, useValue: parts.channels },
        { provide: NATS, useValue: parts.connection },
        { provide: PUBLISHER, useValue: parts.publisher },
        { provide: MEDIA, useValue: parts.media },
        { provide: PublicLinks, useValue: parts.links },
        { provide: CLOSE, useValue: parts.close },
        { provide: MAIL, useValue: parts.mail },
      ],
    };
  }

  onApplicationBootstrap(): void {
    const { publisher } = this;
    new Gauge({
      name: 'madoguchi_webhook_items_waiting',
      help: 'Items that wait for their commit',
      collect() {
        this.set(publisher.queued());
      },
    });
    this.health.register('nats', async () => void (await this.connection.rtt()));
    this.background.atEnd(() => this.close());
    this.background.atEnd(() => this.connection.drain());
    const { mail } = this;
    if (mail) this.background.run('mail', (signal) => untilAborted(signal).then(() => mail.stop()));
  }
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
