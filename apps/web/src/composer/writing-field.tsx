import { Textarea } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { usePreference } from '../preferences.js';
import { createImeGuard, isSendKey } from './ime-guard.js';
import classes from './writing-field.module.css';

export interface WritingFieldProps {
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly text: string;
  readonly onWrite: (text: string) => void;
  readonly onSend: () => void;
  /** Pasted files; absent where none can be sent. */
  readonly onFiles?: (files: readonly File[]) => void;
  /** A slash where a word begins; absent where it is only a slash. */
  readonly onSlash?: () => void;
}

const beginsWord = ({ value, selectionStart }: HTMLTextAreaElement): boolean => /(^|\s)$/.test(value.slice(0, selectionStart));

/** Where replies and notes are written. No key sends while an input method composes. */
export const WritingField = ({ fieldRef, label, text, onWrite, onSend, onFiles, onSlash }: WritingFieldProps) => {
  const [enterSends] = usePreference('enterSends');
  const [guard] = useState(createImeGuard);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, keyCode, nativeEvent } = event;
    if (!guard.isOurs({ key, keyCode, isComposing: nativeEvent.isComposing })) return;
    if (isSendKey(event, enterSends)) {
      event.preventDefault();
      onSend();
    } else if (key === '/' && onSlash && beginsWord(event.currentTarget)) {
      event.preventDefault();
      onSlash();
    } else if (key === 'Escape') {
      event.currentTarget.blur();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || !onFiles) return;
    event.preventDefault();
    onFiles(files);
  };

  return (
    <Textarea
      ref={fieldRef}
      aria-label={label}
      placeholder={label}
      value={text}
      variant="unstyled"
      autosize
      minRows={2}
      maxRows={10}
      classNames={{ input: classes.input }}
      onChange={(event) => onWrite(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onCompositionStart={guard.onCompositionStart}
      onCompositionEnd={guard.onCompositionEnd}
    />
  );
};
