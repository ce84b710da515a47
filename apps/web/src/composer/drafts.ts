import { useSyncExternalStore } from 'react';

export type Mode = 'reply' | 'note';

const WRITE_AFTER_MS = 500;
const PREFIX = 'madoguchi.draft';

const listeners = new Set<() => void>();
const texts = new Map<string, string>();
const unwritten = new Map<string, ReturnType<typeof setTimeout>>();
let owner = '';

/** Whose drafts they are: two people at one computer do not see each other's. */
export const setDraftOwner = (userId: string): void => {
  if (owner === userId) return;
  owner = userId;
  texts.clear();
};

const keyOf = (conversationId: string, mode: Mode): string => `${PREFIX}.${owner}.${conversationId}.${mode}`;

const readKey = (key: string): string => {
  const known = texts.get(key) ?? localStorage.getItem(key) ?? '';
  texts.set(key, known);
  return known;
};

const writeKey = (key: string): void => {
  clearTimeout(unwritten.get(key));
  unwritten.delete(key);
  const text = texts.get(key) ?? '';
  if (text) localStorage.setItem(key, text);
  else localStorage.removeItem(key);
};

/** Kept in this browser 500 ms after the last key, per conversation and mode. */
export const writeDraft = (conversationId: string, mode: Mode, text: string): void => {
  const key = keyOf(conversationId, mode);
  texts.set(key, text);
  clearTimeout(unwritten.get(key));
  unwritten.set(
    key,
    setTimeout(() => writeKey(key), text ? WRITE_AFTER_MS : 0),
  );
  listeners.forEach((listener) => listener());
};

export const readDraft = (conversationId: string, mode: Mode): string => readKey(keyOf(conversationId, mode));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useDraft = (conversationId: string, mode: Mode): string =>
  useSyncExternalStore(subscribe, () => readDraft(conversationId, mode));

/** For the list: the reply that waits to be finished, else the note. */
export const useFirstDraft = (conversationId: string): string =>
  useSyncExternalStore(subscribe, () => readDraft(conversationId, 'reply').trim() || readDraft(conversationId, 'note').trim());

window.addEventListener('pagehide', () => [...unwritten.keys()].forEach(writeKey));
