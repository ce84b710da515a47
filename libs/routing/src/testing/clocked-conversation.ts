import { type ConversationCommand, conversationDecider, type ConversationEvent } from '@madoguchi/conversation';
import { fold } from '@madoguchi/event-sourcing';
import { exampleId } from '@madoguchi/event-sourcing/testing';
import { type Clock, clockAfter, dueAction, newClock, nextDueAt, type OpenTime, type QueuePolicy, type Rules, upTo } from '../index.js';
import { DEFAULT_POLICY } from '../queue/policy/policy.js';

const queueId = exampleId('queue');
const agentId = exampleId('Aiko');

/** What a test lets happen, by a short name. */
export const HAPPENS = {
  opened: {
    type: 'ConversationOpened',
    data: { threadKey: 't', accountId: 'a', channel: 'line', number: 1, customerKey: 'U1', contactId: 'c', language: 'ja' },
  },
  customer: {
    type: 'CustomerMessageReceived',
    data: {
      messageId: 'm',
      providerMessageId: 'm',
      content: { type: 'text', text: 'Hello' },
      sentAt: '2026-11-25T00:00:00.000Z',
      orderKey: '1',
    },
  },
  robot: {
    type: 'CustomerMessageReceived',
    data: {
      messageId: 'm',
      providerMessageId: 'm',
      content: { type: 'system', what: 'follow' },
      sentAt: '2026-11-25T00:00:00.000Z',
      orderKey: '1',
      notice: true,
    },
  },
  requested: { type: 'AgentRequested', data: { queueId, reason: 'first message' } },
  assigned: { type: 'ConversationAssigned', data: { agentId, offerId: 'o' } },
  answer: { type: 'ReplyQueued', data: { replyId: 'r', agentId, content: { type: 'text', text: 'Hello' } } },
  bot: { type: 'ControlPassed', data: { to: 'bot', epoch: 1, reason: 'conversation opened', botId: 'b', queueId } },
  botAnswer: { type: 'ReplyQueued', data: { replyId: 'br', botId: 'b', epoch: 1, content: { type: 'text', text: 'Hello' } } },
  handedOver: { type: 'ControlPassed', data: { to: 'nobody', epoch: 2, reason: 'customer asked', botId: 'b' } },
  snoozed: { type: 'ConversationSnoozed', data: { agentId, until: '2026-12-25T00:00:00.000Z' } },
  theirTurn: { type: 'ConversationSnoozed', data: { agentId } },
  closed: { type: 'ConversationClosed', data: { reason: 'closed by agent' } },
} as const satisfies Record<string, ConversationEvent>;

export type Happening = keyof typeof HAPPENS;

/** One conversation in a queue, on a clock that a test moves. What is done of it by itself goes through the decider, as it really does. */
export class ClockedConversation {
  now: Date;
  readonly log: { readonly event: ConversationEvent; readonly at: Date }[] = [];
  private readonly rulesFrom: { readonly from: number; readonly at: Date; readonly rules: Rules }[];

  constructor(
    policy: Partial<QueuePolicy>,
    private readonly open: OpenTime,
    now: string,
  ) {
    this.now = new Date(now);
    this.rulesFrom = [{ from: 0, at: this.now, rules: { policy: { ...DEFAULT_POLICY, ...policy }, policyVersion: 1, open } }];
  }

  happens(...names: readonly Happening[]): void {
    for (const name of names) this.log.push({ event: HAPPENS[name], at: this.now });
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1_000);
  }

  changePolicy(policy: Partial<QueuePolicy>): void {
    const { policyVersion } = this.rules();
    const rules = { policy: { ...DEFAULT_POLICY, ...policy }, policyVersion: policyVersion + 1, open: this.open };
    this.rulesFrom.push({ from: this.log.length, at: this.now, rules });
  }

  /** As a copy sees it that has read so much of the log. What passed before a policy changed has passed under the old one. */
  clock(read = this.log.length): Clock {
    let [clock, rules] = [newClock(), this.rulesFrom[0]!.rules];
    for (let index = 0; index <= read; index += 1) {
      for (const change of this.rulesFrom.filter(({ from }) => from === index)) {
        clock = upTo(clock, rules, change.at);
        rules = change.rules;
      }
      const happened = this.log[index];
      if (happened && index < read) clock = clockAfter(clock, { ...happened, version: index + 1 }, rules);
    }
    return clock;
  }

  /** Not from before the last policy: the rows of clocks and their rules are of one moment. */
  private seen(behind: number): Clock {
    return this.clock(Math.max(this.rulesFrom.at(-1)!.from, this.log.length - behind));
  }

  rules(): Rules {
    return this.rulesFrom.at(-1)!.rules;
  }

  nextDueAt(): Date | undefined {
    return nextDueAt(this.clock(), this.rules());
  }

  /** What a copy would do now that has not read the last events. */
  due(behind = 0) {
    return dueAction(this.seen(behind), this.rules(), this.now);
  }

  /** A copy does what it finds. @returns the events that it led to */
  look(behind = 0): readonly ConversationEvent[] {
    const clock = this.seen(behind);
    const action = dueAction(clock, this.rules(), this.now);
    if (!action) return [];
    const command = commandOf(action, clock.standing.moved);
    const events = conversationDecider.decide(
      command,
      fold(
        conversationDecider,
        this.log.map(({ event }) => event),
      ),
    );
    for (const event of events) this.log.push({ event, at: this.now });
    return events;
  }

  /** Looks as often as something follows. */
  settle(): readonly ConversationEvent[] {
    const events = this.look();
    return events.length === 0 ? [] : [...events, ...this.settle()];
  }
}

const commandOf = (action: NonNullable<ReturnType<typeof dueAction>>, seen: number): ConversationCommand => {
  switch (action.do) {
    case 'record':
      return { type: 'RecordPassedTargets', seen, passed: action.passed };
    case 'say':
      return {
        type: 'SayAutomatically',
        what: action.what,
        seen,
        say: { replyId: `auto ${seen}`, text: 'text', ...(action.opensAt ? { opensAt: action.opensAt.toISOString() } : {}) },
      };
    case 'skip':
      return { type: 'SayAutomatically', what: action.what, seen, say: { skipped: action.reason } };
    case 'close':
      return { type: 'CloseAfterSilence', silentSince: action.silentSince };
  }
};
