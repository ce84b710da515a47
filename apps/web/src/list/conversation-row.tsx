import type { ConversationRow as Row, ConversationView } from '@madoguchi/contracts';
import { Badge, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconClock, IconRobot, IconZzz } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../route.js';
import { SlaBadge } from '../sla/sla-badge.js';
import { dayAndTime, duration } from '../time/dates.js';
import { Moment } from '../time/moment.js';
import { useNow } from '../time/now.js';
import { CustomerAvatar } from './customer-avatar.js';
import { useCustomerName } from './customer-name.js';
import classes from './conversation-row.module.css';
import { LastLine } from './last-line.js';

export interface ConversationRowProps {
  readonly conversation: Row;
  readonly view: ConversationView;
  readonly selected: boolean;
  /** Only the picture: the list is 72 pixels wide. */
  readonly narrow: boolean;
}

export const ConversationRow = memo(({ conversation, view, selected, narrow }: ConversationRowProps) => {
  const { t } = useTranslation();
  const name = useCustomerName()(conversation);
  const unread = conversation.status !== 'closed' && conversation.unread > 0;
  const badge = unread && (
    <Badge
      size="sm"
      circle={conversation.unread < 10}
      variant="filled"
      className={classes.unread}
      role="img"
      aria-label={t('list.unread', { count: conversation.unread })}
    >
      {conversation.unread > 99 ? '99+' : conversation.unread}
    </Badge>
  );

  const row = (
    <a
      href={hashOf({ view, conversationId: conversation.id })}
      className={classes.row}
      aria-current={selected || undefined}
      data-unread={unread || undefined}
      data-narrow={narrow || undefined}
      data-conversation={conversation.id}
    >
      <CustomerAvatar conversation={conversation} />
      {narrow ? (
        <>
          <VisuallyHidden>{name}</VisuallyHidden>
          {badge}
        </>
      ) : (
        <span className={classes.words}>
          <span className={classes.head}>
            <span className={classes.name}>{name}</span>
            <Moment at={conversation.lastMessage?.at ?? conversation.openedAt} as="ago" className={classes.time} />
          </span>
          <span className={classes.head}>
            <LastLine conversation={conversation} />
            {badge}
          </span>
          <RowFacts conversation={conversation} view={view} />
        </span>
      )}
    </a>
  );
  return narrow ? (
    <Tooltip label={name} position="right">
      {row}
    </Tooltip>
  ) : (
    row
  );
});

/** The third line, only where there is something to say. */
const RowFacts = ({ conversation, view }: Pick<ConversationRowProps, 'conversation' | 'view'>) => {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { waitingSince, status, queue, owner, bot, snoozed, sla } = conversation;
  const waits = waitingSince !== null && status !== 'closed';
  const where = view === 'my' ? null : (owner?.name ?? bot?.name ?? snoozed?.name ?? queue?.name ?? null);
  // An owner says that it is in progress, a waiting time without one that it is not handled.
  const goesWithoutSaying = (status === 'assigned' && owner !== null) || (status === 'waiting' && waits);
  if (!waits && !where && !sla && status === 'assigned') return null;
  return (
    <span className={classes.facts}>
      {sla && <SlaBadge sla={sla} />}
      {view !== 'my' && !goesWithoutSaying && (
        <span className={classes.status} data-status={status}>
          {status === 'bot' && <IconRobot size={12} aria-hidden />}
          {status === 'snoozed' && <IconZzz size={12} aria-hidden />} {t(`state.${status}`)}
        </span>
      )}
      {where && <span className={classes.where}>{where}</span>}
      {snoozed && (
        <span className={classes.waits}>
          {snoozed.until === null
            ? t('snooze.untilAnswered')
            : t('snooze.until', { time: dayAndTime(new Date(snoozed.until), i18n.language) })}
        </span>
      )}
      {waits && (
        <span className={classes.waits}>
          <IconClock size={12} aria-hidden />
          {t('list.waiting', { t: duration((now - Date.parse(waitingSince)) / 1_000, i18n.language) })}
        </span>
      )}
    </span>
  );
};
