import { Refusal } from '@madoguchi/event-sourcing';
import { codeIn } from '../code-map.js';
import type { ChatCode, ChatCodesEvent } from '../events.js';
import type { ChatCodes } from '../state.js';
import { CHAT_CODE_LIMITS, checkedCode, refuseTakenText } from './chat-code-fields.js';

/** Finished only with the business's name and a sentence by which the customer agrees. */
export interface CreateChatCode extends ChatCode {
  readonly type: 'CreateChatCode';
  /** Ours, a uuid. */
  readonly chatCodeId: string;
}

export const createChatCode = (command: CreateChatCode, chatCodes: ChatCodes): readonly ChatCodesEvent[] => {
  const { chatCodeId } = command;
  if (codeIn(chatCodes.codes, chatCodeId)) return [];
  const code = checkedCode(command);
  if (chatCodes.count >= CHAT_CODE_LIMITS.perNumber) {
    throw new Refusal('too-many-chat-codes', `A number has at most ${CHAT_CODE_LIMITS.perNumber} codes. Delete one that is not used.`);
  }
  refuseTakenText(chatCodes, code.prefilledText);
  return [{ type: 'ChatCodeCreated', data: { chatCodeId, revision: 1, ...code } }];
};
