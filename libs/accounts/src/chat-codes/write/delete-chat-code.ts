import { codeIn } from '../code-map.js';
import type { ChatCodesEvent } from '../events.js';
import type { ChatCodes } from '../state.js';

/** It keeps its place among the codes of the number until the platform has let it go. */
export interface DeleteChatCode {
  readonly type: 'DeleteChatCode';
  readonly chatCodeId: string;
}

export const deleteChatCode = ({ chatCodeId }: DeleteChatCode, { codes }: ChatCodes): readonly ChatCodesEvent[] => {
  const code = codeIn(codes, chatCodeId);
  return code && !code.deleted ? [{ type: 'ChatCodeDeleted', data: { chatCodeId, revision: code.revision + 1 } }] : [];
};
