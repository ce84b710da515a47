import type { ConversationDetail, TimelineEntry } from '@madoguchi/contracts';
import { Loader } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffers } from '../api/offers.js';
import { useTimeline } from '../api/timeline.js';
import { react, showSign } from '../api/writing.js';
import { Composer, type Quoted } from '../composer/composer.js';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { notifyProblem } from '../notify.js';
import { useLineOf } from '../timeline/line-of.js';
import { Timeline } from '../timeline/timeline.js';
import { BotBanner } from '../work/bot-banner.js';
import { HandWork } from '../work/hand-work.js';
import { useHandActions } from '../work/use-hand-actions.js';
import { wrapUpOf } from '../work/wrap-up-codes.js';
import { WrapUpStrip } from '../work/wrap-up-strip.js';
import { ConversationHeader } from './conversation-header.js';
import classes from './conversation-pane.module.css';
import { ownershipOf } from './ownership.js';
import { showsUpTo } from './seen-version.js';
import { type Speaking, SpeakingContext } from './speaking.js';
import { useAnnounceOwnership } from './use-announce-ownership.js';
import { useClose } from './use-close.js';

export interface ConversationPaneProps {
  readonly conversation: ConversationDetail;
  readonly offline: boolean;
  readonly detailsShown: boolean;
  readonly onDetails: () => void;
  readonly onBack?: () => void;
}

const NO_ENTRIES: readonly TimelineEntry[] = [];

/** One conversation: head, story, composer. Mount it anew for each (`key`). */
export const ConversationPane = ({ conversation, offline, detailsShown, onDetails, onBack }: ConversationPaneProps) => {
  const { t } = useTranslation();
  const { user } = useSignedIn();
  const { data: offers } = useOffers();
  const { data: recorded, isPending, isError, hasNextPage, isFetchingNextPage, fetchNextPage } = useTimeline(conversation.id);
  const [sent, setSent] = useState<readonly TimelineEntry[]>(NO_ENTRIES);
  const { close, closing } = useClose(conversation);

  const ownership = ownershipOf(conversation, user.agentId, offers ?? []);
  const mine = ownership.kind === 'mine';
  const actions = useHandActions(conversation, ownership);
  const wrapUp = wrapUpOf(conversation, user.agentId);
  useAnnounceOwnership(ownership);
  useShortcut('close', () => close(false), mine);
  useShortcut('closeNext', () => close(true), mine);
  const [seenVersion, setSeenVersion] = useState(0);
  if (recorded && seenVersion !== conversation.version && showsUpTo(conversation, recorded)) setSeenVersion(conversation.version);
  const pane = useRef<HTMLDivElement>(null);
  const older = useCallback(() => void fetchNextPage(), [fetchNextPage]);

  const [quoted, setQuoted] = useState<Quoted | null>(null);
  const lineOf = useLineOf();
  const { id, capabilities } = conversation;
  const speaking = useMemo<Speaking | null>(
    () =>
      mine
        ? {
            capabilities,
            quote: (entry) => setQuoted({ providerMessageId: entry.providerMessageId, line: lineOf(entry) }),
            react: (entry, emoji) => void react(id, entry.providerMessageId, emoji).catch((error: unknown) => notifyProblem(error, t)),
          }
        : null,
    [mine, capabilities, id, lineOf, t],
  );
  const lastOfCustomer = recorded?.entries.findLast((entry) => entry.kind === 'customer message')?.id;
  useEffect(() => {
    if (mine && capabilities.readMarks && lastOfCustomer) showSign(id, 'read');
  }, [mine, capabilities.readMarks, lastOfCustomer, id]);

  // What was sent a moment ago stands at the end until the log's own entry comes.
  const entries = recorded && [...recorded.entries, ...sent.filter((entry) => !recorded.entries.some((known) => known.id === entry.id))];

  return (
    <SpeakingContext value={speaking}>
      <div className={classes.pane} ref={pane}>
        <ConversationHeader
          conversation={conversation}
          work={<HandWork conversation={conversation} mine={mine} actions={actions} closing={closing} onClose={close} />}
          detailsShown={detailsShown}
          onDetails={onDetails}
          onBack={onBack}
        />
        {ownership.kind === 'bot' && <BotBanner bot={ownership.name} busy={actions.busy === 'take-over'} onTakeOver={actions.takeOver} />}
        {wrapUp && <WrapUpStrip key={conversation.id} conversation={conversation} {...wrapUp} />}
        {conversation.customer.blocked && <p className={classes.blocked}>{t('conv.blocked')}</p>}
        {entries ? (
          <Timeline
            conversation={conversation}
            entries={entries}
            mine={mine}
            hasOlder={hasNextPage}
            loadingOlder={isFetchingNextPage}
            onOlder={older}
          />
        ) : (
          <div className={classes.loading}>{isError ? t('conv.failed') : isPending && <Loader size="sm" />}</div>
        )}
        <Composer
          conversation={conversation}
          entries={recorded?.entries ?? NO_ENTRIES}
          ownership={ownership}
          actions={actions}
          seenVersion={seenVersion}
          offline={offline}
          dropTarget={pane}
          quoted={quoted}
          onQuoteDone={() => setQuoted(null)}
          onSent={(entry) => setSent((now) => [...now, entry])}
        />
      </div>
    </SpeakingContext>
  );
};
