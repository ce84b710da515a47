import type { ConversationDetail } from '@madoguchi/contracts';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowLeft, IconChevronDown, IconClock, IconLayoutSidebarRight, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '../list/channel-icon.js';
import { CustomerAvatar } from '../list/customer-avatar.js';
import { useCustomerName } from '../list/customer-name.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { clockTime, duration, inUtc } from '../time/dates.js';
import { useNow } from '../time/now.js';
import classes from './conversation-header.module.css';

export interface ConversationHeaderProps {
  readonly conversation: ConversationDetail;
  readonly mine: boolean;
  readonly closing: boolean;
  readonly detailsShown: boolean;
  readonly onClose: (andNext: boolean) => void;
  readonly onDetails: () => void;
  /** Only where the list is not beside the conversation. */
  readonly onBack?: () => void;
}

export const ConversationHeader = ({ conversation, mine, closing, detailsShown, onClose, onDetails, onBack }: ConversationHeaderProps) => {
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
        </p>
      </div>
      <Owner conversation={conversation} />
      {mine && (
        <Button.Group>
          <Button variant="default" size="xs" h={32} loading={closing} onClick={() => onClose(false)}>
            {t('conv.close')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" size="xs" h={32} px={8} aria-label={t('conv.closeMenu')}>
                <IconChevronDown size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onClose(true)}>{t('conv.closeNext')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Button.Group>
      )}
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
