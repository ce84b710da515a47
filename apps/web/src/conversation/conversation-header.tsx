import type { ConversationDetail } from '@madoguchi/contracts';
import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconClock, IconLayoutSidebarRight, IconUserCircle, IconZzz } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '../list/channel-icon.js';
import { CustomerAvatar } from '../list/customer-avatar.js';
import { useCustomerName } from '../list/customer-name.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { SlaBadge } from '../sla/sla-badge.js';
import { clockTime, dayAndTime, duration, inUtc } from '../time/dates.js';
import { useNow } from '../time/now.js';
import classes from './conversation-header.module.css';

export interface ConversationHeaderProps {
  readonly conversation: ConversationDetail;
  /** What can be done with it. */
  readonly work: ReactNode;
  readonly detailsShown: boolean;
  readonly onDetails: () => void;
  /** Only where the list is not beside the conversation. */
  readonly onBack?: () => void;
}

export const ConversationHeader = ({ conversation, work, detailsShown, onDetails, onBack }: ConversationHeaderProps) => {
  const { t } = useTranslation();
  const name = useCustomerName()(conversation);
  return (
    <header className={classes.header}>
      {onBack && (
        <ActionIcon onClick={onBack} aria-label={t('conv.back')}>
          <IconArrowLeft size={18} />
        </ActionIcon>
      )}
      <CustomerAvatar conversation={conversation} />
      <div className={classes.who}>
        <h1 className={classes.name}>{name}</h1>
        <p className={classes.where}>
          <ChannelIcon channel={conversation.channel} size={14} />
          <span>{conversation.account.name}</span>
          <Waiting conversation={conversation} />
          <Asleep conversation={conversation} />
        </p>
      </div>
      {conversation.sla && <SlaBadge sla={conversation.sla} />}
      <Owner conversation={conversation} />
      {work}
      <ActionIcon onClick={onDetails} aria-label={t('conv.details')} aria-pressed={detailsShown}>
        <IconLayoutSidebarRight size={18} />
      </ActionIcon>
    </header>
  );
};

const Waiting = ({ conversation: { waitingSince, status } }: Pick<ConversationHeaderProps, 'conversation'>) => {
  const { t, i18n } = useTranslation();
  const now = useNow();
  if (!waitingSince || status === 'closed') return null;
  const since = new Date(waitingSince);
  return (
    <span className={classes.waiting} title={`${t('conv.waits', { time: clockTime(since, i18n.language) })} (${inUtc(since)})`}>
      <IconClock size={13} aria-hidden />
      {t('list.waiting', { t: duration((now - since.getTime()) / 1_000, i18n.language) })}
    </span>
  );
};

const Asleep = ({ conversation: { snoozed } }: Pick<ConversationHeaderProps, 'conversation'>) => {
  const { t, i18n } = useTranslation();
  if (!snoozed) return null;
  const until = snoozed.until === null ? null : new Date(snoozed.until);
  return (
    <span className={classes.waiting} title={until ? inUtc(until) : undefined}>
      <IconZzz size={13} aria-hidden />
      {until ? t('snooze.until', { time: dayAndTime(until, i18n.language) }) : t('snooze.untilAnswered')}
    </span>
  );
};

const Owner = ({ conversation: { owner, status } }: Pick<ConversationHeaderProps, 'conversation'>) => {
  const { t } = useTranslation();
  const { user } = useSignedIn();
  return (
    <span className={classes.owner} data-status={status}>
      <IconUserCircle size={16} aria-hidden />
      {owner ? (owner.agentId === user.agentId ? t('conv.you') : owner.name) : t('conv.noOwner')}
      <span className={classes.state}>{t(`state.${status}`)}</span>
    </span>
  );
};
