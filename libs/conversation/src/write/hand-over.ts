import type { ConversationEvent, HandOverReason } from '../events.js';
import type { Conversation } from '../state.js';

/** What the next one should know of what the bot has found out. */
export interface HandedOver {
  /** Absent: to the account's queue. */
  readonly queueId?: string;
  readonly skills?: readonly string[];
  /** BCP 47. */
  readonly language?: string;
  readonly summary?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
}

/** The bot's time is over: people go on. */
export interface HandOver extends HandedOver {
  readonly type: 'HandOver';
  /** The control that is meant: what a later bot holds stays. */
  readonly epoch: number;
  readonly reason: HandOverReason;
}

/** Who has lost control has nothing to hand over: somebody was faster. */
export const handOver = (command: HandOver, conversation: Conversation): readonly ConversationEvent[] => {
  const { control, status } = conversation;
  if (status !== 'open' || control.holder !== 'bot' || control.epoch !== command.epoch) return [];
  return handedOver(command, command.reason, conversation);
};

/** The control passes to nobody, and an agent is asked for; without a queue the conversation waits as "not routed". */
export const handedOver = (
  handing: HandedOver,
  reason: HandOverReason,
  { control, handsOverTo }: Conversation,
): readonly ConversationEvent[] => {
  const { skills, language, summary, fields, queueId = handsOverTo } = handing;
  const botId = control.holder === 'bot' ? control.botId : undefined;
  const passed: ConversationEvent = {
    type: 'ControlPassed',
    data: { to: 'nobody', epoch: control.epoch + 1, reason, botId, queueId, skills, language, summary, fields },
  };
  return queueId ? [passed, { type: 'AgentRequested', data: { queueId, reason: 'handed over', skills, language } }] : [passed];
};
