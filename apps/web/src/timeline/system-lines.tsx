import type { TimelineEntry } from '@madoguchi/contracts';
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../time/moment.js';
import classes from './system-lines.module.css';

type Entry = Extract<TimelineEntry, { kind: 'system' }>;

/** From so many on, they fold into "6 changes". */
const FOLD_FROM = 4;

/** What happened to the conversation, small and grey. The last of a folded group stays to be seen. */
export const SystemLines = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const folds = entries.length >= FOLD_FROM;
  const shown = folds && !open ? entries.slice(-1) : entries;
  return (
    <div className={classes.lines}>
      {folds && (
        <UnstyledButton className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('timeline.changes', { count: entries.length })}
        </UnstyledButton>
      )}
      {shown.map((entry) => (
        <SystemLine key={entry.id} entry={entry} />
      ))}
    </div>
  );
};

const SystemLine = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation();
  const name = (entry.agent ?? entry.bot)?.name ?? t('system.somebody');
  return (
    <p className={classes.line}>
      {entry.what === 'closed' && !entry.agent ? t('system.closedItself') : t(`system.${entry.what}`, { name })}
      {entry.summary ? `: ${entry.summary}` : ''}{' '}
      <Moment at={entry.at} as="clock" />
    </p>
  );
};
