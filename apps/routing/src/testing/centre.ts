import {
  type ChannelType,
  type ConversationCommand,
  conversationDecider,
  conversationStream,
  type ReceiveCustomerMessage,
} from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import { type Cause, derivedId, type RecordedEvent, START, startOf } from '@madoguchi/event-sourcing';
import { exampleId } from '@madoguchi/event-sourcing/testing';
import { type AgentCommand, agentDecider, agentStream, type QueueCommand, queueDecider, queueStream } from '@madoguchi/routing';
import { answerCommand } from '@madoguchi/use-cases';
import type { Router } from '../router.js';
import type { World } from './world.js';

/** One tenant with one queue, and a clock that a test moves. Agents and conversations are called by names of the test's choice. */
export class Centre {
  now = new Date('2026-11-20T10:00:00.000Z');
  readonly tenantId: string;
  readonly queueId: string;
  private commands = 0;

  constructor(
    private readonly world: World,
    private readonly name: string,
  ) {
    this.tenantId = this.id('tenant');
    this.queueId = this.id('queue');
  }

  /** The same for the same name, and different in every centre. */
  id(name: string): string {
    return exampleId(`${this.name} ${name}`);
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1_000);
  }

  opens(offerSeconds = 30): Promise<CommandReply> {
    return this.queue({ type: 'CreateQueue', name: 'Support', offerSeconds });
  }

  async arrives(name: string, capacity: number): Promise<void> {
    await this.agent(name, { type: 'RegisterAgent', name, capacity, queueIds: [this.queueId] });
    await this.agent(name, { type: 'SetPresence', presence: 'available' });
  }

  /** A customer writes for the first time, and waits unless the account has no queue; a second passes. */
  async writes(
    name: string,
    channel: ChannelType = 'line',
    queueId: string | null = this.queueId,
    language?: ReceiveCustomerMessage['language'],
  ): Promise<void> {
    await this.conversation(name, { ...this.firstMessage(name, channel, queueId), language });
    this.pass(1);
  }

  queue(command: QueueCommand): Promise<CommandReply> {
    return answerCommand(this.world.store, queueDecider, queueStream, { id: this.queueId, command, cause: this.cause() }, this.clock);
  }

  /** Of this tenant, beside its own. */
  queueOf(id: string, command: QueueCommand): Promise<CommandReply> {
    return answerCommand(this.world.store, queueDecider, queueStream, { id, command, cause: this.cause() }, this.clock);
  }

  /** The customer of a closed conversation opens the next one. */
  async writesAgain(before: string, name: string): Promise<void> {
    await this.conversation(name, { ...this.firstMessage(name, 'line', this.queueId), contactId: this.id(`contact ${before}`), number: 2 });
    this.pass(1);
  }

  agent(name: string, command: AgentCommand): Promise<CommandReply> {
    const request = { id: this.id(name), command, cause: this.cause() };
    return answerCommand(this.world.store, agentDecider(this.now), agentStream, request, this.clock);
  }

  conversation(name: string, command: ConversationCommand): Promise<CommandReply> {
    const request = { id: this.id(name), command, cause: this.cause() };
    return answerCommand(this.world.store, conversationDecider, conversationStream, request, this.clock);
  }

  /** The agent is done with a conversation, known by its id. */
  close(conversationId: string, agent: string): Promise<CommandReply> {
    const request = { id: conversationId, command: { type: 'CloseConversation', agentId: this.id(agent) } as const, cause: this.cause() };
    return answerCommand(this.world.store, conversationDecider, conversationStream, request, this.clock);
  }

  /** Asks the owner of conversations directly, instead of over the bus. */
  router(): Router {
    const { store } = this.world;
    return {
      agent: (id, command, cause, seenVersion) =>
        answerCommand(store, agentDecider(this.now), agentStream, { id, command, cause, seenVersion }, this.clock),
      conversation: (id, command, cause) =>
        answerCommand(store, conversationDecider, conversationStream, { id, command, cause }, this.clock),
      now: this.clock,
    };
  }

  /** What happened here, in the order of the log. */
  async events(): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const page of this.world.store.readAll({ after: START })) {
      events.push(...page.filter(({ metadata }) => metadata.tenantId === this.tenantId));
    }
    return events;
  }

  async eventsOf(stream: 'agent' | 'conversation', name: string): Promise<readonly RecordedEvent[]> {
    return this.world.store.readStream(stream === 'agent' ? agentStream(this.id(name)) : conversationStream(this.id(name)));
  }

  private readonly clock = () => this.now;

  /** Of a command that nobody gave before. */
  cause(): Cause {
    this.commands += 1;
    return startOf(this.tenantId, { kind: 'system', automation: 'test' }, derivedId('command', this.name, this.commands));
  }

  /** The n-th of a customer, of LINE; the first one opens the conversation. */
  message(name: string, n: number): ReceiveCustomerMessage {
    const first = this.firstMessage(name, 'line', this.queueId);
    return n === 1
      ? first
      : { ...first, messageId: this.id(`message ${name} ${n}`), providerMessageId: `m ${name} ${n}`, orderKey: String(n) };
  }

  private firstMessage(name: string, channel: ChannelType, queueId: string | null): ReceiveCustomerMessage {
    return {
      type: 'ReceiveCustomerMessage',
      threadKey: `account/${name}`,
      accountId: this.id(channel),
      channel,
      number: 1,
      customerKey: name,
      contactId: this.id(`contact ${name}`),
      queueId: queueId ?? undefined,
      messageId: this.id(`message ${name}`),
      providerMessageId: `m ${name}`,
      content: { type: 'text', text: 'Hello' },
      sentAt: this.now.toISOString(),
      orderKey: '1',
    };
  }
}
