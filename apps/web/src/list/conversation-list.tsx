import type { ConversationView } from '@madoguchi/contracts';
import { Button, Skeleton, Tabs } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownViews, useConversations } from '../api/conversations.js';
import { focusSelectedRow } from '../frame/focus-selected-row.js';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { go, type Route } from '../route.js';
import { ConversationRow } from './conversation-row.js';
import { EmptyList } from './empty-list.js';
import { ListTabs } from './list-tabs.js';
import { NewRowsPill } from './new-rows-pill.js';
import classes from './conversation-list.module.css';
import { useAnnounceNewMessages } from './use-announce-new-messages.js';
import { useSteadyRows } from './use-steady-rows.js';

const ROW_HEIGHT = 72;
/** Rows from the end at which the next page is asked for. */
const AHEAD = 10;

export interface ConversationListProps {
  readonly route: Route;
  readonly narrow: boolean;
}

export const ConversationList = ({ route: { view, conversationId }, narrow }: ConversationListProps) => {
  const { t } = useTranslation();
  const { data, isError, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useConversations(view);
  const latest = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const [held, setHeld] = useState({ pointer: false, focus: false });
  const { rows, newIds, differs, apply } = useSteadyRows(latest, view, held.pointer || held.focus);
  useAnnounceNewMessages(latest);

  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]!.id,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastIndex >= rows.length - AHEAD) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastIndex, rows.length]);

  const step = (by: 1 | -1) => {
    const current = rows.findIndex((row) => row.id === conversationId);
    const next = rows[current < 0 ? (by === 1 ? 0 : rows.length - 1) : current + by];
    if (!next) return;
    virtualizer.scrollToIndex(rows.indexOf(next), { align: 'auto' });
    go({ view, conversationId: next.id });
  };
  useShortcut('next', () => step(1));
  useShortcut('previous', () => step(-1));
  const counts = data?.pages[0]?.counts;
  const views = shownViews(counts, view);
  useShortcut('view', () => go({ view: views[(views.indexOf(view) + 1) % views.length]!, conversationId }));

  const takeOrder = () => {
    apply();
    scroller.current?.scrollTo({ top: 0 });
    // The pill goes, and with it the focus of who pressed it by keyboard.
    if (held.focus) focusSelectedRow();
  };

  return (
    <Tabs value={view} onChange={(next) => go({ view: next as ConversationView, conversationId })} className={classes.root}>
      {!narrow && <ListTabs counts={counts} view={view} />}
      <Tabs.Panel
        value={view}
        className={classes.panel}
        aria-label={narrow ? t(`list.view.${view}`) : undefined}
        // The pill lies in it too: on the way there nothing may let go, or it is gone before it is pressed.
        onPointerEnter={() => setHeld((now) => ({ ...now, pointer: true }))}
        onPointerLeave={() => setHeld((now) => ({ ...now, pointer: false }))}
        // A clicked row keeps the focus for as long as the agent reads; only who goes by keyboard is on it.
        onFocus={({ target }) => setHeld((now) => ({ ...now, focus: target.matches(':focus-visible') }))}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) setHeld((now) => ({ ...now, focus: false }));
        }}
      >
        {differs && <NewRowsPill count={newIds.length} narrow={narrow} onApply={takeOrder} />}
        <div ref={scroller} className={classes.scroller} data-testid="conversation-list">
          {isPending && !isError && <Loading narrow={narrow} />}
          {isError && !data && (
            <div className={classes.failed}>
              <p>{t('list.failed')}</p>
              <Button variant="default" onClick={() => void refetch()}>
                {t('list.loadAgain')}
              </Button>
            </div>
          )}
          {data && rows.length === 0 && !narrow && <EmptyList view={view} />}
          {rows.length > 0 && (
            <ul className={classes.list} style={{ height: virtualizer.getTotalSize() }} aria-label={t('list.title')}>
              {items.map((item) => (
                <li
                  key={item.key}
                  className={classes.item}
                  style={{ transform: `translateY(${item.start}px)` }}
                  aria-setsize={rows.length}
                  aria-posinset={item.index + 1}
                >
                  <ConversationRow
                    conversation={rows[item.index]!}
                    view={view}
                    selected={rows[item.index]!.id === conversationId}
                    narrow={narrow}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
      </Tabs.Panel>
    </Tabs>
  );
};

const Loading = ({ narrow }: { readonly narrow: boolean }) =>
  Array.from({ length: 6 }, (_, index) => (
    <div key={index} className={classes.loading} aria-hidden>
      <Skeleton circle height={36} />
      {!narrow && (
        <div className={classes.loadingWords}>
          <Skeleton height={10} width="55%" />
          <Skeleton height={10} width="85%" />
        </div>
      )}
    </div>
  ));
