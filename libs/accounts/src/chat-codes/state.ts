import type { ChatCodeState } from './chat-code-state.js';
import { codeIn, type CodeMap, emptyCodeMap, withCodeIn, withoutCodeIn } from './code-map.js';
import type { ChatCodesEvent } from './events.js';

export interface ChatCodes {
  /** Those that are there, and those that the platform may still have. */
  readonly codes: CodeMap;
  /** How many these are. */
  readonly count: number;
}

export const initialChatCodes = (): ChatCodes => ({ codes: emptyCodeMap, count: 0 });

const withCode = (chatCodes: ChatCodes, chatCodeId: string, change: Partial<ChatCodeState>): ChatCodes => {
  const before = codeIn(chatCodes.codes, chatCodeId);
  return before ? { ...chatCodes, codes: withCodeIn(chatCodes.codes, { ...before, ...change }) } : chatCodes;
};

export const evolve = (chatCodes: ChatCodes, event: ChatCodesEvent): ChatCodes => {
  const { codes, count } = chatCodes;
  switch (event.type) {
    case 'ChatCodeCreated':
      return { codes: withCodeIn(codes, { ...event.data, deleted: false, settled: 0 }), count: count + 1 };
    case 'ChatCodeChanged':
      return withCode(chatCodes, event.data.chatCodeId, { ...event.data, problem: undefined });
    case 'ChatCodeDeleted':
      return withCode(chatCodes, event.data.chatCodeId, { deleted: true, revision: event.data.revision, problem: undefined });
    case 'ChatCodeSettled': {
      const { chatCodeId, revision, platformCode, link } = event.data;
      const before = codeIn(codes, chatCodeId);
      if (before?.deleted && revision === before.revision) return { codes: withoutCodeIn(codes, chatCodeId), count: count - 1 };
      return withCode(chatCodes, chatCodeId, {
        settled: revision,
        problem: undefined,
        platformCode: platformCode ?? before?.platformCode,
        link: link ?? before?.link,
      });
    }
    case 'ChatCodeNotSettled': {
      const { chatCodeId, code, reason, remedy } = event.data;
      return withCode(chatCodes, chatCodeId, { problem: { code, reason, remedy } });
    }
    default:
      return unknownEvent(chatCodes, event);
  }
};

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (chatCodes: ChatCodes, _event: never): ChatCodes => chatCodes;
