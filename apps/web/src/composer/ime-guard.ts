/** The key code with which browsers mark a key that the input method has swallowed. */
const SWALLOWED = 229;

export interface ComposingKey {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
}

/**
 * Tells keys that the person means for us from those that belong to their input method (Japanese, Chinese, Korean).
 * Safari ends the composition before it reports the Enter that ended it, so that Enter, in the same tick, is not ours.
 */
export const createImeGuard = () => {
  let composing = false;
  let justEnded = false;
  return {
    onCompositionStart: () => {
      composing = true;
    },
    onCompositionEnd: () => {
      composing = false;
      justEnded = true;
      setTimeout(() => (justEnded = false), 0);
    },
    isOurs: ({ key, keyCode, isComposing }: ComposingKey): boolean =>
      !composing && !isComposing && keyCode !== SWALLOWED && !(justEnded && key === 'Enter'),
  };
};

export interface SendPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Ctrl+Enter or Cmd+Enter sends; Enter alone only for who wants it so, and Shift+Enter is always a new line. */
export const isSendKey = (press: SendPress, enterSends: boolean): boolean =>
  press.key === 'Enter' && !press.altKey && !press.shiftKey && (press.ctrlKey || press.metaKey || enterSends);
