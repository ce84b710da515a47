import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { IntegrationAccount } from '../account/state.js';
import type { ChatCodesEvent } from './events.js';
import { type ChatCodes, evolve, initialChatCodes } from './state.js';
import { type ChangeChatCode, changeChatCode } from './write/change-chat-code.js';
import { type CreateChatCode, createChatCode } from './write/create-chat-code.js';
import { type DeleteChatCode, deleteChatCode } from './write/delete-chat-code.js';
import { type SettleChatCode, settleChatCode } from './write/settle-chat-code.js';

export type ChatCodesCommand = CreateChatCode | ChangeChatCode | DeleteChatCode | SettleChatCode;

const decide = (command: ChatCodesCommand, chatCodes: ChatCodes, account: IntegrationAccount): readonly ChatCodesEvent[] => {
  switch (command.type) {
    case 'CreateChatCode':
      refuseInactive(account);
      return createChatCode(command, chatCodes);
    case 'ChangeChatCode':
      refuseInactive(account);
      return changeChatCode(command, chatCodes);
    case 'DeleteChatCode':
      return deleteChatCode(command, chatCodes);
    case 'RecordChatCodeSettled':
    case 'RecordChatCodeNotSettled':
      return settleChatCode(command, chatCodes);
    default:
      return neverReached(command);
  }
};

/** Codes belong to a number that is up and running: brought onto WhatsApp here, or connected by its token. */
const refuseInactive = ({ status, accountType, onboarding }: IntegrationAccount): void => {
  if (status !== 'open' || accountType !== 'whatsapp') throw new Refusal('no-such-number', 'There is no such WhatsApp number.');
  if (onboarding && onboarding.phase !== 'active')
    throw new Refusal('not-active', 'A code needs a number that is active.', { phase: onboarding.phase });
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `Codes know no command "${String((command as { type?: unknown }).type)}".`);
};

/** QR codes and short links of one number. `account`: the number's, as it was folded a moment before. */
export const chatCodesDecider = (account: IntegrationAccount): Decider<ChatCodes, ChatCodesCommand, ChatCodesEvent> => ({
  initialState: initialChatCodes,
  evolve,
  decide: (command, chatCodes) => decide(command, chatCodes, account),
});
