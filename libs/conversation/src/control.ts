import type { ConversationEvent } from './events.js';

/** Who may speak to the customer. Exactly one party at any time; `epoch` counts the changes, so that who acts late is known to be late. */
export type Control = { readonly epoch: number } & (
  | { readonly holder: 'bot'; readonly botId: string }
  | { readonly holder: 'agent'; readonly agentId: string }
  | { readonly holder: 'nobody' }
);

/** What a conversation says of who owns it. */
interface Owned {
  readonly status: 'none' | 'open' | 'closed';
  readonly owner?: string;
}

/**
 * Who may speak after an event. Only `ControlPassed` gives it to a bot; an agent has it by owning the conversation, whatever event made
 * them its owner, and so conversations that were recorded before there was control have it too.
 */
export const controlAfter = (before: Control, event: ConversationEvent, after: Owned): Control => {
  if (event.type === 'ControlPassed') return passed(event.data);
  if (after.status === 'closed') return moved(before, { holder: 'nobody' });
  if (after.owner !== undefined) return moved(before, { holder: 'agent', agentId: after.owner });
  return before.holder === 'bot' ? before : moved(before, { holder: 'nobody' });
};

type Passed = Extract<ConversationEvent, { type: 'ControlPassed' }>['data'];

const passed = ({ to, epoch, botId = '', agentId = '' }: Passed): Control => {
  switch (to) {
    case 'bot':
      return { epoch, holder: to, botId };
    case 'agent':
      return { epoch, holder: to, agentId };
    case 'nobody':
      return { epoch, holder: to };
  }
};

type Holder = { readonly holder: 'nobody' } | { readonly holder: 'agent'; readonly agentId: string };

const moved = (before: Control, to: Holder): Control => {
  if (to.holder === 'nobody') return before.holder === 'nobody' ? before : { epoch: before.epoch + 1, holder: 'nobody' };
  return before.holder === 'agent' && before.agentId === to.agentId ? before : { ...to, epoch: before.epoch + 1 };
};
