import type { ConversationDetail, ReplyContent, TimelineEntry } from '@madoguchi/contracts';
import { Tabs } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Ownership } from '../conversation/ownership.js';
import type { HandActions } from '../work/use-hand-actions.js';
import { useReplyTemplates } from '../reply-templates/use-reply-templates.js';
import { runShortcut, useShortcut } from '../keyboard/use-shortcut.js';
import { useNow } from '../time/now.js';
import { answerWindow } from './answer-window.js';
import { AttachmentStrip } from './attachment-strip.js';
import { CannotReply } from './cannot-reply.js';
import classes from './composer.module.css';
import { ComposerTools } from './composer-tools.js';
import { type Mode, useDraft, writeDraft } from './drafts.js';
import { takesFiles } from './file-kinds.js';
import { takeFocusWish } from './focus-wish.js';
import { lengthIn } from './length.js';
import { NewsStrip } from './news-strip.js';
import { QuoteStrip } from './quote-strip.js';
import { TemplatePicker } from './template-picker.js';
import { unfilledIn } from './unfilled.js';
import { useAttachments } from './use-attachments.js';
import { useFileDrop } from './use-file-drop.js';
import { useNews } from './use-news.js';
import { useSend } from './use-send.js';
import { useTypingSign } from './use-typing-sign.js';
import { WindowNotice } from './window-notice.js';
import { WritingField } from './writing-field.js';

export interface Quoted {
  readonly providerMessageId: string;
  readonly line: string;
}

export interface ComposerProps {
  readonly conversation: ConversationDetail;
  readonly entries: readonly TimelineEntry[];
  readonly ownership: Ownership;
  readonly actions: HandActions;
  /** The version up to which the agent has seen the conversation. */
  readonly seenVersion: number;
  readonly offline: boolean;
  /** Files may be dropped on all of it. */
  readonly dropTarget: RefObject<HTMLElement | null>;
  /** The message that the reply answers. */
  readonly quoted: Quoted | null;
  readonly onQuoteDone: () => void;
  readonly onSent: (entry: TimelineEntry) => void;
}

export const Composer = (props: ComposerProps) => {
  const { conversation, entries, ownership, actions, seenVersion, offline, dropTarget, quoted, onQuoteDone, onSent } = props;
  const { capabilities } = conversation;
  const { t } = useTranslation();
  const mine = ownership.kind === 'mine';
  const [mode, setMode] = useState<Mode>('reply');
  const text = useDraft(conversation.id, mode);
  const field = useRef<HTMLTextAreaElement>(null);
  const channelName = t(`channel.${conversation.channel}`);
  const files = useAttachments(capabilities, channelName);
  const typing = useTypingSign(conversation);
  const window = answerWindow(conversation, useNow());
  const replying = mode === 'reply';
  const attachments = replying ? files.attachments : [];
  const news = useNews(entries, replying && (text !== '' || attachments.length > 0));

  const sending = useSend(conversation, {
    onPart: (attachmentIds, entry) => {
      for (const id of attachmentIds) files.remove(id);
      if (!entry || entry.kind !== 'reply' || !('type' in entry.content && ['choices', 'template'].includes(entry.content.type)))
        writeDraft(conversation.id, mode, '');
      onQuoteDone();
      news.reset();
      if (entry) onSent(entry);
    },
    onItChanged: news.serverSaysSo,
  });

  const write = (value: string) => {
    if (text === '') news.begin();
    if (replying) typing();
    writeDraft(conversation.id, mode, value);
  };
  const templates = useReplyTemplates(conversation.id, field, write);
  const unfilled = replying ? unfilledIn(text) : [];
  const limit = replying ? capabilities.textLimit : Infinity;
  const used = lengthIn(text, capabilities.textUnit);
  const trimmed = text.trim();
  const ready =
    (trimmed !== '' || attachments.length > 0) &&
    used <= limit &&
    unfilled.length === 0 &&
    !files.uploading &&
    !offline &&
    !sending.isPending &&
    (mine || !replying);
  const send = (anyway = false, content?: ReplyContent) => {
    if ((!ready && !content) || (!anyway && news.count > 0 && !news.wasTold())) return;
    // Who reads "2 new messages" and sends all the same has seen as much as the page shows.
    const version = anyway ? undefined : seenVersion;
    const replyTo = replying ? quoted?.providerMessageId : undefined;
    sending.mutate({ mode, text: trimmed, attachments, content, replyTo, version }, { onSettled: () => field.current?.focus() });
  };

  const focusOn = (next: Mode) => {
    // At once: the letters that follow are text already, no shortcuts.
    flushSync(() => setMode(next));
    field.current?.focus();
  };
  useShortcut('reply', () => focusOn('reply'));
  useShortcut('note', () => focusOn('note'));
  useEffect(() => {
    if (mine && takeFocusWish(conversation.id)) field.current?.focus();
  }, [mine, conversation.id]);
  const takes = mine && takesFiles(capabilities) && (window.state === 'open' || window.state === 'agents only');
  const dropping = useFileDrop(dropTarget, (dropped) => {
    if (takes) {
      setMode('reply');
      files.add(dropped);
    }
  });
  const onlyTemplates = replying && mine && window.state === 'templates';
  const nothingGoes = replying && mine && window.state === 'closed';

  return (
    <section className={classes.composer} data-mode={mode} aria-label={t('composer.label')}>
      {dropping && takes && <p className={classes.drop}>{t('composer.drop')}</p>}
      <Tabs value={mode} onChange={(next) => setMode(next as Mode)} variant="none" className={classes.tabs}>
        <Tabs.List aria-label={t('composer.modes')} className={classes.tabList}>
          <Tabs.Tab value="reply" className={classes.tab}>
            {t('composer.replyTab')}
          </Tabs.Tab>
          <Tabs.Tab value="note" className={classes.tab} leftSection={<IconLock size={14} aria-hidden />}>
            {t('composer.noteTab')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={mode}>
          {replying && !mine ? (
            <CannotReply ownership={ownership} actions={actions} conversationId={conversation.id} />
          ) : (
            <div className={classes.box}>
              {replying && <WindowNotice window={window} channel={channelName} />}
              {onlyTemplates && (
                <TemplatePicker conversation={conversation} sending={sending.isPending} onSend={(content) => send(false, content)} />
              )}
              {!onlyTemplates && !nothingGoes && (
                <>
                  {news.count > 0 && (
                    <NewsStrip
                      count={news.count}
                      onLook={() => {
                        runShortcut('newest');
                        news.reset();
                        field.current?.focus();
                      }}
                      onAnyway={() => send(true)}
                    />
                  )}
                  {replying && quoted && <QuoteStrip line={quoted.line} onRemove={onQuoteDone} />}
                  <WritingField
                    fieldRef={field}
                    label={replying ? t('composer.reply') : t('composer.note')}
                    text={text}
                    onWrite={write}
                    onSend={() => send()}
                    onFiles={replying && takes ? files.add : undefined}
                    onSlash={replying ? () => templates.open('/') : undefined}
                  />
                  {templates.dialog}
                  {unfilled.length > 0 && (
                    <p className={classes.unfilled} role="status">
                      {t('composer.unfilled', { places: unfilled.join(', ') })}
                    </p>
                  )}
                  {replying && <AttachmentStrip attachments={attachments} problems={files.problems} onRemove={files.remove} />}
                  <ComposerTools
                    mode={mode}
                    text={trimmed}
                    used={used}
                    limit={limit}
                    ready={ready}
                    sending={sending.isPending}
                    offline={offline}
                    capabilities={capabilities}
                    onSend={() => send()}
                    onFiles={replying && takes ? files.add : undefined}
                    onContent={replying ? (content) => send(false, content) : undefined}
                    onTemplates={replying ? () => templates.open() : undefined}
                  />
                </>
              )}
            </div>
          )}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
};
