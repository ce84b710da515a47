import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandReply, CommandRequest } from '@madoguchi/contracts';
import { CONVERSATION_COMMANDS } from '@madoguchi/contracts';
import type { ConversationCommand } from '@madoguchi/conversation';
import { derivedId, startOf } from '@madoguchi/event-sourcing';
import { type UnroutedConversation, unroutedConversations } from '@madoguchi/read-models';
import type { Logger } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';

const AUTOMATION = 'when-an-account-is-routed-then-request-agents';
const LOOK_EVERY_MS = 1_000;
const MOST_REMEMBERED = 10_000;

interface Parts {
  readonly database: DataSource;
  readonly commands: { send(subject: string, request: CommandRequest<ConversationCommand>): Promise<CommandReply> };
  readonly log: Pick<Logger, 'warn'>;
}

/**
 * What waited as "not routed yet" is brought to an agent, oldest first, as soon as its account is linked, active and has a queue. It looks
 * at what is there instead of following events: whatever came in while the account changed is found too, and asking twice changes nothing.
 */
export class WhenAnAccountIsRoutedThenRequestAgents {
  /** Those that had nothing to be asked (a bot speaks there), by the version at which it was so. */
  private readonly settled = new Map<string, number>();

  constructor(private readonly parts: Parts) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.look();
      } catch (error) {
        this.parts.log.warn({ err: error }, 'conversations that wait to be routed could not be looked at; it is tried again');
      }
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One look. @throws when nobody answers for conversations; what was asked until then stays asked */
  async look(): Promise<void> {
    for (const waiting of await unroutedConversations(this.parts.database)) {
      if (this.settled.get(waiting.conversationId) === waiting.version) continue;
      await this.request(waiting);
      this.remember(waiting);
    }
  }

  private async request({ conversationId, tenantId, accountId, accountVersion, queueId }: UnroutedConversation): Promise<void> {
    const commandId = derivedId(AUTOMATION, conversationId, accountId, String(accountVersion));
    const cause = startOf(tenantId, { kind: 'system', automation: AUTOMATION }, commandId);
    const command = { type: 'RequestAgent', queueId } as const;
    await this.parts.commands.send(CONVERSATION_COMMANDS, { id: conversationId, command, cause });
  }

  private remember({ conversationId, version }: UnroutedConversation): void {
    this.settled.set(conversationId, version);
    const [oldest] = this.settled.keys();
    if (this.settled.size > MOST_REMEMBERED && oldest !== undefined) this.settled.delete(oldest);
  }
}
