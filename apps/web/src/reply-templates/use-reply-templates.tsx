import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { ReplyTemplatesDialog } from './reply-templates-dialog.js';

interface Place {
  readonly start: number;
  readonly end: number;
  /** What is written where nothing is chosen: the slash that opened it. */
  readonly otherwise: string;
}

/** Opens the templates at the place where somebody writes, and puts there what is chosen. */
export const useReplyTemplates = (
  conversationId: string,
  field: RefObject<HTMLTextAreaElement | null>,
  write: (text: string) => void,
): { readonly open: (otherwise?: string) => void; readonly dialog: React.ReactNode } => {
  const [place, setPlace] = useState<Place | null>(null);
  const open = (otherwise = '') => {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    setPlace({ start: selectionStart, end: selectionEnd, otherwise });
  };
  const put = ({ start, end }: Place, inserted: string) => {
    const text = field.current?.value ?? '';
    flushSync(() => {
      setPlace(null);
      if (inserted !== '') write(text.slice(0, start) + inserted + text.slice(end));
    });
    field.current?.focus();
    if (inserted !== '') field.current?.setSelectionRange(start + inserted.length, start + inserted.length);
  };
  const dialog = place && (
    <ReplyTemplatesDialog
      conversationId={conversationId}
      onChosen={(text) => put(place, text)}
      onClose={() => put(place, place.otherwise)}
      onSpace={() => put(place, `${place.otherwise} `)}
    />
  );
  return { open, dialog };
};
