import type { ConversationDetail, TimelineEntry } from '@madoguchi/contracts';
import { Tabs } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Ownership } from '../conversation/ownership.js';
import { runShortcut, useShortcut } from '../keyboard/use-shortcut.js';
import { AttachmentStrip } from './attachment-strip.js';
import { CannotReply } from './cannot-reply.js';
import classes from './composer.module.css';
import { ComposerTools } from './composer-tools.js';
import { type Mode, useDraft, writeDraft } from './drafts.js';
import { takeFocusWish } from './focus-wish.js';
import { NewsStrip } from './news-strip.js';
import { useAttachments } from './use-attachments.js';
import { useFileDrop } from './use-file-drop.js';
import { useNews } from './use-news.js';
import { useSend } from './use-send.js';
import { WritingField } from './writing-field.js';

export interface ComposerProps {
  readonly conversation: ConversationDetail;
  readonly entries: readonly TimelineEntry[];
  readonly ownership: Ownership;
  /** The version up to which the agent has seen the conversation. */
  readonly seenVersion: number;
  readonly offline: boolean;
  /** Files may be dropped on all of it. */
  readonly dropTarget: RefObject<HTMLElement | null>;
  readonly onSent: (entry: TimelineEntry) => void;
}

export const Composer = ({ conversation, entries, ownership, seenVersion, offline, dropTarget, onSent }: ComposerProps) => {
  const { t } = useTranslation();
  const mine = ownership.kind === 'mine';
  const [mode, setMode] = useState<Mode>('reply');
  const text = useDraft(conversation.id, mode);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useAttachments(conversation.capabilities.images, t(`channel.${conversation.channel}`));
  const replying = mode === 'reply';
  const attachments = replying ? files.attachments : [];
  const news = useNews(entries, replying && (text !== '' || attachments.length > 0));

  const sending = useSend(conversation, {
    onPart: (attachmentId, entry) => {
      if (attachmentId) files.remove(attachmentId);
      writeDraft(conversation.id, mode, '');
      news.reset();
      if (entry) onSent(entry);
    },
    onItChanged: news.serverSaysSo,
  });

  const write = (value: string) => {
    if (text === '') news.begin();
    writeDraft(conversation.id, mode, value);
  };
  const limit = replying ? conversation.capabilities.textLimit : Infinity;
  const trimmed = text.trim();
  const ready =
    (trimmed !== '' || attachments.length > 0) &&
    text.length <= limit &&
    !files.uploading &&
    !offline &&
    !sending.isPending &&
    (mine || !replying);
  const send = (anyway = false) => {
    if (!ready || (!anyway && news.count > 0 && !news.wasTold())) return;
    // Who reads "2 new messages" and sends all the same has seen as much as the page shows.
    const version = anyway ? undefined : seenVersion;
    sending.mutate({ mode, text: trimmed, attachments, version }, { onSettled: () => field.current?.focus() });
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
  const dropping = useFileDrop(dropTarget, (dropped) => {
    if (mine) {
      setMode('reply');
      files.add(dropped);
    }
  });

  return (
    <section className={classes.composer} data-mode={mode} aria-label={t('composer.label')}>
      {dropping && mine && <p className={classes.drop}>{t('composer.drop')}</p>}
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
            <CannotReply ownership={ownership} conversationId={conversation.id} />
          ) : (
            <div className={classes.box}>
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
              <WritingField
                fieldRef={field}
                label={replying ? t('composer.reply') : t('composer.note')}
                text={text}
                onWrite={write}
                onSend={() => send()}
                onFiles={replying ? files.add : undefined}
              />
              {replying && <AttachmentStrip attachments={attachments} problems={files.problems} onRemove={files.remove} />}
              <ComposerTools
                mode={mode}
                used={text.length}
                limit={limit}
                ready={ready}
                sending={sending.isPending}
                offline={offline}
                onSend={() => send()}
                onFiles={replying && conversation.capabilities.images ? files.add : undefined}
              />
            </div>
          )}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
};
