import { Refusal } from '@madoguchi/event-sourcing';
import { codeIn } from '../code-map.js';
import type { ChatCode, ChatCodesEvent } from '../events.js';
import type { ChatCodeState } from '../chat-code-state.js';
import type { ChatCodes } from '../state.js';
import { checkedCode, refuseTakenText } from './chat-code-fields.js';

export interface ChangeChatCode extends Partial<ChatCode> {
  readonly type: 'ChangeChatCode';
  readonly chatCodeId: string;
}

/** @throws Refusal `no-such-chat-code` */
export const existing = ({ codes }: ChatCodes, chatCodeId: string): ChatCodeState => {
  const code = codeIn(codes, chatCodeId);
  if (!code || code.deleted) throw new Refusal('no-such-chat-code', 'There is no such code.');
  return code;
};

/** The printed code and its link stay the same: the platform changes only what they say. */
export const changeChatCode = ({ type: _, chatCodeId, ...change }: ChangeChatCode, chatCodes: ChatCodes): readonly ChatCodesEvent[] => {
  const before = existing(chatCodes, chatCodeId);
  const after = checkedCode({ ...before, ...change });
  const changed = Object.fromEntries(Object.entries(after).filter(([field, value]) => before[field as keyof ChatCode] !== value));
  if (Object.keys(changed).length === 0) return [];
  refuseTakenText(chatCodes, after.prefilledText, chatCodeId);
  return [{ type: 'ChatCodeChanged', data: { chatCodeId, revision: before.revision + 1, ...changed } }];
};
