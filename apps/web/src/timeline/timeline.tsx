import type { ConversationDetail, TimelineEntry } from '@madoguchi/contracts';
import { ActionIcon, Loader } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { dayKey } from '../time/dates.js';
import { firstUnread, timelineRows } from './timeline-rows.js';
import { TimelineRowView } from './timeline-row-view.js';
import classes from './timeline.module.css';

/** Pixels from the end within which the page follows what comes in. */
const NEAR_END = 80;
/** Rows from the top at which older pages are asked for. */
const AHEAD = 6;

export interface TimelineProps {
  readonly conversation: ConversationDetail;
  readonly entries: readonly TimelineEntry[];
  readonly mine: boolean;
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  readonly onOlder: () => void;
}

/**
 * The story of one conversation, anchored at its end: what comes in is followed while the end is in sight, and older
 * pages come in above without moving what is read. Mount it anew for each conversation (`key`).
 */
export const Timeline = ({ conversation, entries, mine, hasOlder, loadingOlder, onOlder }: TimelineProps) => {
  const { t } = useTranslation();
  const [firstNewId] = useState(() => (conversation.status === 'closed' ? null : firstUnread(entries, conversation.unread)));
  const rows = useMemo(() => timelineRows(entries, { firstNewId, hasOlder, dayOf: dayKey }), [entries, firstNewId, hasOlder]);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);

  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    getItemKey: (index) => rows[index]!.key,
    overscan: 8,
    paddingStart: 8,
    paddingEnd: 20,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: NEAR_END,
    useAnimationFrameWithResizeObserver: false,
  });
  const items = virtualizer.getVirtualItems();
  const firstIndex = items[0]?.index ?? 0;
  const [settled, setSettled] = useState(false);

  useEffect(() => {
    virtualizer.scrollToEnd();
    const frame = requestAnimationFrame(() => setSettled(true));
    return () => cancelAnimationFrame(frame);
  }, [virtualizer]);
  useEffect(() => {
    if (settled && hasOlder && !loadingOlder && firstIndex < AHEAD) onOlder();
  }, [settled, hasOlder, loadingOlder, firstIndex, onOlder]);
  useShortcut('newest', () => virtualizer.scrollToEnd());

  return (
    <div className={classes.root}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="log"
        aria-live="off"
        aria-label={t('timeline.label')}
        tabIndex={0}
        data-testid="timeline"
      >
        {loadingOlder && (
          <p className={classes.older}>
            <Loader size={14} aria-hidden /> {t('timeline.older')}
          </p>
        )}
        <div className={classes.list} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <TimelineRowView row={rows[item.index]!} conversation={conversation} mine={mine} entryOf={(id) => byId.get(id) ?? null} />
            </div>
          ))}
        </div>
      </div>
      {settled && !virtualizer.isAtEnd(NEAR_END) && (
        <ActionIcon
          variant="default"
          size={36}
          radius="xl"
          className={classes.down}
          aria-label={t('timeline.down')}
          onClick={() => virtualizer.scrollToEnd({ behavior: 'smooth' })}
        >
          <IconArrowDown size={18} />
        </ActionIcon>
      )}
    </div>
  );
};
