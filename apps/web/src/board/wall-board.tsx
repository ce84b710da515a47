import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLiveFigures } from '../api/figures.js';
import { ConnectionBanner } from '../frame/connection-banner.js';
import deskClasses from '../frame/desk.module.css';
import { Navigation } from '../frame/navigation.js';
import { useLive } from '../live/use-live.js';
import { problemText } from '../problem-text.js';
import { Moment } from '../time/moment.js';
import { AgentsTable } from './agents-table.js';
import { QueueTile } from './queue-tile.js';
import classes from './wall-board.module.css';

/** For supervisors, on a screen of its own: every queue and every agent, as they stand now. */
export const WallBoard = () => {
  const { t } = useTranslation();
  const { data, error } = useLiveFigures();
  const line = useLive(data?.position);
  return (
    <div className={deskClasses.desk}>
      <section className={deskClasses.banners} aria-label={t('conn.label')}>
        <ConnectionBanner line={line} />
      </section>
      <div className={deskClasses.panes}>
        <Navigation />
        <main className={classes.board} aria-label={t('board.title')} data-pane tabIndex={-1}>
          <header className={classes.head}>
            <h1 className={classes.title}>{t('board.title')}</h1>
            {data && (
              <p className={classes.at}>
                {t('board.at')} <Moment at={data.at} as="clock" />
              </p>
            )}
          </header>
          {!data && (error ? <p role="alert">{problemText(error, t)}</p> : <Loader size="sm" />)}
          {data && (
            <>
              {data.queues.length === 0 && <p>{t('board.noQueues')}</p>}
              <div className={classes.tiles}>
                {data.queues.map((queue) => (
                  <QueueTile key={queue.id} queue={queue} />
                ))}
              </div>
              <AgentsTable agents={data.agents} />
            </>
          )}
        </main>
      </div>
    </div>
  );
};
