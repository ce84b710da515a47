import { ActionIcon, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconCommand, IconKeyboard, IconLayoutDashboard, IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { runShortcut } from '../keyboard/use-shortcut.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { BOARD, useIsBoard } from '../route.js';
import { PresenceMenu } from '../presence/presence-menu.js';
import classes from './navigation.module.css';
import { UserMenu } from './user-menu.js';

export const Navigation = () => {
  const { t } = useTranslation();
  const { permissions } = useSignedIn();
  const board = useIsBoard();
  return (
    <nav className={classes.rail} aria-label={t('nav.label')} data-pane tabIndex={-1}>
      <img src="/favicon.svg" alt="" width={32} height={32} />
      <Tooltip label={t('nav.desk')} position="right">
        <a href="#/my" className={classes.place} aria-current={board ? undefined : 'page'} aria-label={t('nav.desk')}>
          <IconMessages size={20} aria-hidden />
        </a>
      </Tooltip>
      {permissions.includes('live-figures.view') && (
        <Tooltip label={t('board.title')} position="right">
          <a href={BOARD} className={classes.place} aria-current={board ? 'page' : undefined} aria-label={t('board.title')}>
            <IconLayoutDashboard size={20} aria-hidden />
          </a>
        </Tooltip>
      )}
      <span className={classes.space} />
      <Tooltip label={t('nav.commands')} position="right">
        <ActionIcon size={36} onClick={() => spotlight.open()} aria-label={t('nav.commands')}>
          <IconCommand size={19} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('keys.title')} position="right">
        <ActionIcon size={36} onClick={() => runShortcut('sheet')} aria-label={t('keys.title')}>
          <IconKeyboard size={19} />
        </ActionIcon>
      </Tooltip>
      <UserMenu />
      <PresenceMenu />
    </nav>
  );
};
