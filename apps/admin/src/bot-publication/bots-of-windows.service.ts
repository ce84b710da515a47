import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  accountStream,
  type BotProfile,
  botPublicationDecider,
  botPublicationStream,
  checkedProfile,
  integrationAccountDecider,
} from '@madoguchi/accounts';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import { listIntegrationAccounts } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import { asCommand, causeOf, problemOfRefusal } from '../as-command.js';
import { currentContactWindow } from '../contact-windows/current-contact-window.js';
import { AccountNames } from '../integration-accounts/account-names.service.js';
import { webhookUrl } from '../integration-accounts/account-view.js';
import { currentAccount } from '../integration-accounts/current-account.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import type { SignedInAdmin } from '../signed-in.js';
import { DATABASE, EVENT_STORE, PUBLIC_URL } from '../tokens.js';
import { BotMakers } from './bot-makers.js';
import { BotPictures } from './bot-pictures.js';
import { type BotOfWindowView, consoleBotView, limitsView, simpleBotView, tabsView } from './bot-view.js';
import { type CurrentBot, currentBot } from './current-bot.js';
import type { PublishBot } from './requests.js';
import { reserveBot } from './reserve-bot.js';

/** An account that was added and not published within this time was left behind by somebody who died; before, they are at it. */
const LEFT_BEHIND_AFTER_MS = 60_000;

/** The one bot of a contact window inside LINE WORKS, for administrators. */
@Injectable()
export class BotsOfWindows {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(BotMakers) private readonly makers: BotMakers,
    @Inject(BotPictures) private readonly pictures: BotPictures,
    @Inject(AccountNames) private readonly names: AccountNames,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show({ tenantId }: SignedInAdmin, contactWindowId: string): Promise<BotOfWindowView> {
    const { bot } = await currentContactWindow(this.store, tenantId, contactWindowId);
    const madeHere =
      bot?.way === 'simple' ? await currentBot(this.store, tenantId, bot.accountId) : await this.lastMade(tenantId, contactWindowId);
    return {
      contactWindowId,
      way: bot?.way ?? null,
      tabs: tabsView(bot?.way ?? null),
      accountId: bot?.accountId ?? null,
      canMakeBots: (await this.makers.show({ tenantId })).complete,
      limits: limitsView,
      simple: madeHere && madeHere.publication.status !== 'discarded' ? simpleBotView(madeHere) : null,
      console: bot?.way === 'console' ? await this.consoleOf(tenantId, bot.accountId) : null,
    };
  }

  /** [Publish]: takes the window's one place, then lets the process run. The same key is the same bot. */
  async publish(admin: SignedInAdmin, contactWindowId: string, request: PublishBot, key: string): Promise<BotOfWindowView> {
    const { tenantId } = admin;
    await currentContactWindow(this.store, tenantId, contactWindowId);
    const profile = await this.profileOf(tenantId, request);
    if (!(await this.makers.open(tenantId))) {
      const what = 'LINE WORKS makes bots only for a ClientApp of your company.';
      throw new ProblemException(409, 'no-bot-maker', `${what} Enter it first: PATCH /organisation/bot-maker.`);
    }
    const former = await this.lastMade(tenantId, contactWindowId);
    const accountId = this.isFree(former) ? former.accountId : derivedId('integration-account', tenantId, key);
    const cause = causeOf(admin, key);
    await this.names.claim(cause, accountId, profile.name);
    try {
      await reserveBot(this.store, cause, { contactWindowId, accountId, way: 'simple' }, () => this.clock.now());
      await this.setUp(admin, { contactWindowId, accountId, profile, request, isNew: accountId !== former?.accountId }, key);
    } catch (error) {
      if (error instanceof ProblemException && error.getStatus() < 500) await this.names.letGo(cause, accountId, [profile.name]);
      throw error;
    }
    return this.show(admin, contactWindowId);
  }

  /** While it is being made: what was done is taken back. */
  async cancel(admin: SignedInAdmin, contactWindowId: string, key: string): Promise<BotOfWindowView> {
    const { bot } = await currentContactWindow(this.store, admin.tenantId, contactWindowId);
    const made = bot?.way === 'simple' ? await currentBot(this.store, admin.tenantId, bot.accountId) : undefined;
    if (!made || made.publication.status === 'none')
      throw new ProblemException(409, 'nothing-to-cancel', 'No bot is being made for this contact window.');
    if (made.publication.status === 'published')
      throw new ProblemException(409, 'already-published', 'Members have the bot already. Delete its information to take it away.');
    const command = { type: 'UndoBotPublication', why: 'cancelled', at: this.at() } as const;
    await asCommand(this.store, admin, botPublicationDecider, botPublicationStream(made.accountId), command, key, this.time());
    return this.show(admin, contactWindowId);
  }

  /** What failed or was cancelled, and is not tried again: its draft goes. */
  async discard(admin: SignedInAdmin, contactWindowId: string, key: string): Promise<BotOfWindowView> {
    await currentContactWindow(this.store, admin.tenantId, contactWindowId);
    const draft = await this.lastMade(admin.tenantId, contactWindowId);
    if (!draft) throw new ProblemException(409, 'nothing-to-discard', 'No bot was made for this contact window.');
    const command = { type: 'DiscardBotPublication', at: this.at() } as const;
    await asCommand(this.store, admin, botPublicationDecider, botPublicationStream(draft.accountId), command, key, this.time());
    return this.show(admin, contactWindowId);
  }

  private async setUp(
    admin: SignedInAdmin,
    bot: { contactWindowId: string; accountId: string; profile: BotProfile; request: PublishBot; isNew: boolean },
    key: string,
  ): Promise<void> {
    const { contactWindowId, accountId, profile, isNew } = bot;
    const { queueId, language } = bot.request;
    const stream = accountStream(accountId);
    const ofAccount = (command: Parameters<typeof integrationAccountDecider.decide>[0], name: string) =>
      asCommand(this.store, admin, integrationAccountDecider, stream, command, derivedId(name, key), this.time());
    if (isNew) {
      const webhookKey = randomBytes(24).toString('base64url');
      const add = {
        type: 'AddAccount',
        accountType: 'lineworks',
        name: profile.name,
        botWay: 'simple',
        webhookKey,
        contactWindowId,
      } as const;
      await ofAccount({ ...add, at: this.at() }, 'add bot');
    }
    await ofAccount({ type: 'ApplyAccount', name: profile.name, queueId, language, changedFields: [] }, 'route bot');
    await ofAccount({ type: 'SetBotProfile', ...profile }, 'set bot profile');
    const start = { type: 'StartBotPublication', profile, at: this.at() } as const;
    await asCommand(this.store, admin, botPublicationDecider, botPublicationStream(accountId), start, key, this.time());
  }

  private async profileOf(tenantId: string, { name, description, imageId }: PublishBot): Promise<BotProfile> {
    const image = imageId === undefined ? undefined : await this.pictures.find(tenantId, imageId);
    try {
      return checkedProfile({ name, description, image });
    } catch (error) {
      throw problemOfRefusal(error);
    }
  }

  /** The last account that stands for a bot made here in this window. */
  private async lastMade(tenantId: string, contactWindowId: string): Promise<CurrentBot | undefined> {
    const rows = await listIntegrationAccounts(this.database, tenantId, { deleted: true });
    const here = rows.filter((row) => row.contactWindowId === contactWindowId && row.state.botWay === 'simple');
    const last = here.reduce<(typeof here)[number] | undefined>(
      (found, row) => (found && found.addedAt > row.addedAt ? found : row),
      undefined,
    );
    return last && currentBot(this.store, tenantId, last.id);
  }

  /** Whether it may be published again: what was done was taken back, or nothing was ever done. */
  private isFree(bot: CurrentBot | undefined): bot is CurrentBot {
    if (bot?.account.status !== 'open') return false;
    if (bot.publication.status === 'undone') return true;
    const age = this.clock.now().getTime() - bot.addedAt.getTime();
    return bot.publication.status === 'none' && age > LEFT_BEHIND_AFTER_MS;
  }

  private async consoleOf(tenantId: string, accountId: string): Promise<BotOfWindowView['console']> {
    const bot = await currentBot(this.store, tenantId, accountId);
    if (bot?.account.status !== 'open') return null;
    const row = await currentAccount(this.store, tenantId, accountId);
    return consoleBotView(accountId, bot.account, webhookUrl(row, this.makers.lineworks(), this.publicUrl));
  }

  private at(): string {
    return this.clock.now().toISOString();
  }

  private time() {
    return { now: () => this.clock.now() };
  }
}
