import type { ChatCodeState } from './chat-code-state.js';

/**
 * The codes of a number by their ids, in 256 parts, so that a change copies one part and not two thousand codes: every command folds
 * every change there was.
 */
export type CodeMap = readonly ReadonlyMap<string, ChatCodeState>[];

const PARTS = 256;
const empty: ReadonlyMap<string, ChatCodeState> = new Map();

export const emptyCodeMap: CodeMap = Array.from({ length: PARTS }, () => empty);

/** Ids are uuids: their first two digits are as good as any. */
const partOf = (chatCodeId: string): number => Number.parseInt(chatCodeId.slice(0, 2), 16) % PARTS || 0;

export const codeIn = (codes: CodeMap, chatCodeId: string): ChatCodeState | undefined => codes[partOf(chatCodeId)]?.get(chatCodeId);

export const allIn = (codes: CodeMap): readonly ChatCodeState[] => codes.flatMap((part) => [...part.values()]);

export const withCodeIn = (codes: CodeMap, code: ChatCodeState): CodeMap => {
  const part = partOf(code.chatCodeId);
  return codes.with(part, new Map(codes[part]).set(code.chatCodeId, code));
};

export const withoutCodeIn = (codes: CodeMap, chatCodeId: string): CodeMap => {
  const part = partOf(chatCodeId);
  return codes.with(part, new Map([...codes[part]!].filter(([id]) => id !== chatCodeId)));
};
