import type { LiveQueue } from '@madoguchi/contracts';
import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { duration } from '../time/dates.js';
import { useNow } from '../time/now.js';
import classes from './wall-board.module.css';

/** One queue, readable from afar: who waits, for how long, what was kept today, who is there. */
export const QueueTile = ({ queue }: { readonly queue: LiveQueue }) => {
  const { t, i18n } = useTranslation();
  const now = useNow('second');
  const { name, waiting, offered, longestWaitSince, inHand, agents, targetSeconds, today, handledToday, goneToday } = queue;
  const waited = longestWaitSince === null ? null : (now - Date.parse(longestWaitSince)) / 1_000;
  const tooLong = waited !== null && targetSeconds !== null && waited > targetSeconds;
  const Sign = tooLong ? IconAlertCircle : IconClock;
  return (
    <section className={classes.tile} aria-label={name} data-late={tooLong || undefined}>
      <h2 className={classes.queue}>{name}</h2>
      <p className={classes.big}>
        {waiting + offered} <span className={classes.unit}>{t('board.waiting')}</span>
      </p>
      <p className={classes.wait}>
        <Sign size={18} aria-hidden />
        {waited === null
          ? t('board.nobodyWaits')
          : t(tooLong ? 'board.longestLate' : 'board.longest', { t: duration(waited, i18n.language) })}
      </p>
      <dl className={classes.facts}>
        <dt>{t('board.level')}</dt>
        <dd>{today.level === null ? t('board.none') : percent(today.level, i18n.language)}</dd>
        <dt>{t('board.inTime')}</dt>
        <dd>{t('board.of', { n: today.inTime, all: today.inTime + today.late })}</dd>
        <dt>{t('board.available')}</dt>
        <dd>{t('board.of', { n: agents.available, all: agents.serving })}</dd>
        <dt>{t('board.inHand')}</dt>
        <dd>{inHand}</dd>
        <dt>{t('board.handled')}</dt>
        <dd>{handledToday}</dd>
        <dt>{t('board.gone')}</dt>
        <dd>{goneToday}</dd>
      </dl>
    </section>
  );
};

const percent = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
