import type { ConversationDetail } from '@madoguchi/contracts';
import { useRef } from 'react';
import { showSign } from '../api/writing.js';

/** Platforms take the sign back by themselves after some seconds. */
const AGAIN_AFTER_MS = 5_000;

/** Tells the customer that somebody writes, where the platform shows such a thing; to be called at every key. */
export const useTypingSign = ({ id, capabilities }: ConversationDetail): (() => void) => {
  const last = useRef(0);
  return () => {
    if (!capabilities.typing || Date.now() - last.current < AGAIN_AFTER_MS) return;
    last.current = Date.now();
    showSign(id, 'typing');
  };
};
