import {
  REPLY_TEMPLATE,
  type ReplyTemplate,
  type ReplyTemplateCommand,
  replyTemplateDecider,
  type ReplyTemplateEvent,
} from '@madoguchi/accounts';
import type { DocumentKind } from '../settings/settings.service.js';

/** A text that agents insert, in one or several languages. */
export interface ReplyTemplateView {
  readonly id: string;
  readonly name: string;
  /** What is typed after the slash; null: none. */
  readonly shortcut: string | null;
  /** Language → text. */
  readonly texts: Readonly<Record<string, string>>;
  readonly archived: boolean;
  /** Also the ETag of the answer: send it as `If-Match`. */
  readonly version: number;
}

/** A template as a customer would read it. */
export interface TemplatePreview {
  /** Null: there is no text in any of the languages. */
  readonly language: string | null;
  readonly text: string | null;
  /** Placeholders for which nobody knows a value. */
  readonly unfilled: readonly string[];
}

export const replyTemplates: DocumentKind<ReplyTemplate, ReplyTemplateCommand, ReplyTemplateEvent, ReplyTemplateView> = {
  kind: REPLY_TEMPLATE,
  decider: replyTemplateDecider,
  title: 'reply template',
  view: (id, { name, shortcut, texts, status }, version) => ({
    id,
    name,
    shortcut: shortcut ?? null,
    texts,
    archived: status === 'archived',
    version,
  }),
};
