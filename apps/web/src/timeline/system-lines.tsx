import type { TimelineEntry } from '@madoguchi/contracts';
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBackground } from '../api/work.js';
import { useCameBy } from '../details/use-came-by.js';
import { runShortcut } from '../keyboard/use-shortcut.js';
import { Moment } from '../time/moment.js';
import classes from './system-lines.module.css';
import { useSystemLine } from './use-system-line.js';

type Entry = Extract<TimelineEntry, { kind: 'system' }>;

/** From so many on, they fold into "6 changes". */
const FOLD_FROM = 4;

/** What happened to the conversation, small and grey. The last of a folded group stays to be seen. */
export const SystemLines = ({ entries, conversationId }: { readonly entries: readonly Entry[]; readonly conversationId: string }) => {
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
        <SystemLine key={entry.id} entry={entry} conversationId={conversationId} />
      ))}
    </div>
  );
};

const SystemLine = ({ entry, conversationId }: { readonly entry: Entry; readonly conversationId: string }) => {
  const { t } = useTranslation();
  const lineOf = useSystemLine();
  const explained = entry.what === 'offered' || entry.what === 'assigned';
  return (
    <>
      <p className={classes.line} data-what={entry.what}>
        {lineOf(entry)} · <Moment at={entry.at} as="clock" />{' '}
        {explained && (
          <UnstyledButton className={classes.why} onClick={() => runShortcut('why')}>
            {t('why.short')}
          </UnstyledButton>
        )}
      </p>
      {entry.what === 'opened' && <Beginning conversationId={conversationId} />}
    </>
  );
};

/** How the customer came, and to what they agreed by that. */
const Beginning = ({ conversationId }: { readonly conversationId: string }) => {
  const { t } = useTranslation();
  const cameBy = useCameBy();
  const { data } = useBackground(conversationId);
  return (
    <>
      {data?.origin && <p className={classes.line}>{cameBy(data.origin)}</p>}
      {data?.consent && (
        <p className={classes.line}>
          {t('origin.agreed', { wording: data.consent.wording, business: data.consent.businessName })}{' '}
          <Moment at={data.consent.at} as="clock" />
        </p>
      )}
    </>
  );
};
