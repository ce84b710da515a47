import { Loader, useMantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcer } from './announce/announcer.js';
import { useSession } from './api/session.js';
import classes from './app.module.css';
import { WallBoard } from './board/wall-board.js';
import { setDraftOwner } from './composer/drafts.js';
import { Desk } from './frame/desk.js';
import { THEMES } from './frame/themes.js';
import { listenToPaneKeys } from './keyboard/pane-cycle.js';
import { ShortcutSheet } from './keyboard/shortcut-sheet.js';
import { listenToShortcuts, useShortcut } from './keyboard/use-shortcut.js';
import { LogInPage } from './log-in/log-in-page.js';
import { SignedIn } from './log-in/signed-in.js';
import { useIsBoard } from './route.js';

export const App = () => {
  const { t } = useTranslation();
  const { data: session, isError } = useSession();
  const board = useIsBoard();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  useShortcut('theme', () => setColorScheme(THEMES[(THEMES.indexOf(colorScheme) + 1) % THEMES.length]!));
  useEffect(listenToShortcuts, []);
  useEffect(listenToPaneKeys, []);

  if (session === null) return <LogInPage />;
  if (session === undefined) return <div className={classes.wait}>{isError ? <p role="alert">{t('conn.first')}</p> : <Loader />}</div>;
  setDraftOwner(session.user.id);
  return (
    <SignedIn value={session}>
      {board ? <WallBoard /> : <Desk />}
      <ShortcutSheet />
      <aside aria-label={t('nav.notices')}>
        <Notifications position="bottom-center" limit={3} withinPortal={false} />
        <Announcer />
      </aside>
    </SignedIn>
  );
};
