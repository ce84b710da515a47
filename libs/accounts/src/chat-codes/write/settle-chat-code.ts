import type { Problem } from '../../onboarding/events.js';
import { allIn, codeIn } from '../code-map.js';
import type { ChatCodesEvent } from '../events.js';
import type { ChatCodeState } from '../chat-code-state.js';
import type { ChatCodes } from '../state.js';

export type SettleChatCode =
  /** The platform has the code as it was at this revision. */
  | {
      readonly type: 'RecordChatCodeSettled';
      readonly chatCodeId: string;
      readonly revision: number;
      readonly platformCode?: string;
      readonly link?: string;
    }
  | ({ readonly type: 'RecordChatCodeNotSettled'; readonly chatCodeId: string; readonly revision: number } & Problem);

/** The platform’s word about an older revision counts only for its code and link, which it issues once. */
export const settleChatCode = (command: SettleChatCode, { codes }: ChatCodes): readonly ChatCodesEvent[] => {
  const { type, ...data } = command;
  const code = codeIn(codes, data.chatCodeId);
  if (!code || data.revision <= code.settled || data.revision > code.revision) return [];
  if (type === 'RecordChatCodeSettled') return [{ type: 'ChatCodeSettled', data }];
  const { chatCodeId, revision, code: word, reason, remedy } = data as Extract<SettleChatCode, { type: 'RecordChatCodeNotSettled' }>;
  return revision === code.revision ? [{ type: 'ChatCodeNotSettled', data: { chatCodeId, revision, code: word, reason, remedy } }] : [];
};

/** What the platform has to be told still: create, change or delete. Ask again after each answer, and after a crash. */
export const unsettledCodes = ({ codes }: ChatCodes): readonly ChatCodeState[] =>
  allIn(codes).filter(({ revision, settled }) => revision > settled);
