import { Drawer, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConversation, useConversations } from '../api/conversations.js';
import { DetailsPane } from '../details/details-pane.js';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { ConversationList } from '../list/conversation-list.js';
import { useLive } from '../live/use-live.js';
import { Offers } from '../offers/offers.js';
import { usePreference } from '../preferences.js';
import { MissedOfferBanner } from '../presence/missed-offer-banner.js';
import { go, useRoute } from '../route.js';
import { CommandMenu } from './command-menu.js';
import { ConnectionBanner } from './connection-banner.js';
import { ConversationPlace } from './conversation-place.js';
import classes from './desk.module.css';
import { focusSelectedRow } from './focus-selected-row.js';
import { Navigation } from './navigation.js';
import { Panes } from './panes.js';
import { WIDTHS } from './widths.js';

const now = { getInitialValueInEffect: false };

/** The agent's desk: rail, list, conversation, details; as many side by side as the window has room for. */
export const Desk = () => {
  const { t } = useTranslation();
  const route = useRoute();
  const two = useMediaQuery(WIDTHS.two, true, now);
  const wholeList = useMediaQuery(WIDTHS.wholeList, true, now);
  const three = useMediaQuery(WIDTHS.three, true, now);
  const [detailsOpen, setDetailsOpen] = usePreference('detailsOpen');
  const [drawerOpen, setDrawerOpen] = useState(false);
  const { data: list } = useConversations(route.view);
  const line = useLive(list?.pages[0]?.position);
  const { data: conversation } = useConversation(route.conversationId);

  const backToList = () => {
    if (two) focusSelectedRow();
    else go({ ...route, conversationId: null });
  };
  const toggleDetails = () => (three ? setDetailsOpen(!detailsOpen) : setDrawerOpen(!drawerOpen));
  useShortcut('back', backToList, route.conversationId !== null);
  useShortcut('details', toggleDetails, conversation !== undefined);

  const details = conversation && <DetailsPane conversation={conversation} view={route.view} onClose={toggleDetails} />;
  const detailsBeside = three && detailsOpen && details !== undefined;
  const listPane = (border: ReactNode = null) => (
    <section className={classes.list} aria-label={t('list.title')} data-pane tabIndex={-1}>
      <ConversationList route={route} narrow={two && !wholeList} />
      {border}
    </section>
  );
  const conversationPane = (
    <ConversationPlace
      conversationId={route.conversationId}
      offline={line.state === 'lost'}
      detailsShown={three ? detailsOpen : drawerOpen}
      onDetails={toggleDetails}
      onBack={two ? undefined : backToList}
    />
  );
  const detailsPane = (border: ReactNode) => (
    <aside className={classes.details} aria-label={t('details.title')} data-pane tabIndex={-1}>
      {details}
      {border}
    </aside>
  );

  return (
    <div className={classes.desk}>
      <section className={classes.banners} aria-label={t('conn.label')}>
        <ConnectionBanner line={line} />
        <MissedOfferBanner />
      </section>
      <div className={classes.panes}>
        {(two || route.conversationId === null) && <Navigation />}
        {wholeList ? (
          <Panes list={listPane} conversation={conversationPane} details={detailsBeside ? detailsPane : null} />
        ) : two ? (
          <>
            <div className={classes.narrowList}>{listPane()}</div>
            <div className={classes.rest}>{conversationPane}</div>
          </>
        ) : (
          <div className={classes.rest}>
            {route.conversationId === null ? (
              <main className={classes.list}>
                <VisuallyHidden component="h1">{t('list.title')}</VisuallyHidden>
                {listPane()}
              </main>
            ) : (
              conversationPane
            )}
          </div>
        )}
      </div>
      {!three && (
        <Drawer.Root opened={drawerOpen && details !== undefined} onClose={() => setDrawerOpen(false)} position="right" size={360}>
          <Drawer.Overlay />
          <Drawer.Content aria-label={t('details.title')}>{details}</Drawer.Content>
        </Drawer.Root>
      )}
      <Offers />
      <CommandMenu />
    </div>
  );
};
