import { Inject, Injectable } from '@nestjs/common';
import {
  type ChatCodesCommand,
  chatCodesDecider,
  type ChatCodesEvent,
  type ChatCodeState,
  chatCodesStream,
  integrationAccountDecider,
  unsettledCodes,
} from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore, fold, follow, handleCommand, type Recorded } from '@madoguchi/event-sourcing';
import type { AccountCredentials } from '@madoguchi/secrets';
import { LOGGER, type Logger } from '@madoguchi/service-kit';
import type { Channel, PlatformCode, StepOutcome } from '@madoguchi/use-cases';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { FollowedAccounts } from '../scheduler/followed-accounts.js';
import { CHANNELS, CREDENTIALS, EVENT_STORE } from '../tokens.js';

type SettleChatCode = Extract<ChatCodesCommand, { type: 'RecordChatCodeSettled' | 'RecordChatCodeNotSettled' }>;

const DEADLINE_MS = 10_000;
const AGAIN_MS = 5 * 60_000;

/** Tells WhatsApp what it does not have yet of a number's codes; what is not taken stands at the code, and is told again later. */
@Injectable()
export class ChatCodesAtWhatsApp {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(FollowedAccounts) private readonly accounts: FollowedAccounts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Pick<Logger, 'warn'>,
  ) {}

  /** Until the signal aborts: also what a process left undone that is gone. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.clock.until(new Date(this.clock.now().getTime() + AGAIN_MS), signal);
      for (const { id, tenantId, account } of [...this.accounts.all()]) {
        if (signal.aborted) return;
        if (account.accountType !== 'whatsapp' || account.status !== 'open') continue;
        await this.settle(tenantId, id).catch((error: unknown) =>
          this.log.warn({ accountId: id, err: error }, 'codes could not be settled'),
        );
      }
    }
  }

  async settle(tenantId: string, accountId: string): Promise<void> {
    const events = (await this.store.readStream(chatCodesStream(accountId))) as readonly Recorded<ChatCodesEvent>[];
    const last = events.at(-1);
    if (!last || last.metadata.tenantId !== tenantId) return;
    for (const code of unsettledCodes(fold(DECIDER, events))) {
      const command = await this.tell(tenantId, accountId, code);
      if (!command) continue;
      const commandId = derivedId('settle chat code', last.id, code.chatCodeId, command.type);
      const cause = follow(last, { kind: 'system', automation: 'chat-codes-at-whatsapp' }, commandId);
      await handleCommand(this.store, DECIDER, chatCodesStream(accountId), command, cause, { now: () => this.clock.now() });
    }
  }

  /** Undefined: nobody knows what came of it, so it is told again. */
  private async tell(tenantId: string, accountId: string, code: ChatCodeState): Promise<SettleChatCode | undefined> {
    const { chatCodeId, revision, prefilledText, platformCode, deleted } = code;
    const settled = { type: 'RecordChatCodeSettled', chatCodeId, revision } as const;
    if (deleted && platformCode === undefined) return settled;
    const platform = this.channels.get('whatsapp')?.chatCodes;
    if (!platform) return undefined;
    const credentials = await this.credentials.open(tenantId, accountId);
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const outcome: Outcome = deleted
      ? await platform.remove(platformCode!, credentials, signal)
      : await platform.put({ prefilledText, platformCode }, credentials, signal);
    if (outcome.outcome === 'unknown') return undefined;
    if (outcome.outcome === 'refused') {
      const { code: word, reason, remedy } = outcome;
      return { type: 'RecordChatCodeNotSettled', chatCodeId, revision, code: word, reason, remedy };
    }
    return { ...settled, platformCode: outcome.platformCode, link: outcome.link };
  }
}

/** Of a code that was put, with what WhatsApp calls it. */
type Outcome = ({ readonly outcome: 'done' } & Partial<PlatformCode>) | Exclude<StepOutcome, { outcome: 'done' }>;

/** What it records needs no account: that was looked at when the code was made. */
const DECIDER = chatCodesDecider(integrationAccountDecider.initialState());
