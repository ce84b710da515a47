import type { TimelineEntry } from '@madoguchi/contracts';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../time/moment.js';
import { ErasedWords } from './erased-words.js';
import { LinkedText } from './linked-text.js';
import classes from './note-entry.module.css';

/** For the team alone: the lock and the tint say so before the words do. */
export const NoteEntry = ({ entry }: { readonly entry: Extract<TimelineEntry, { kind: 'note' }> }) => {
  const { t } = useTranslation();
  return (
    <article className={classes.note} aria-label={t('timeline.noteBy', { name: entry.agent.name })}>
      <header className={classes.head}>
        <IconLock size={14} aria-hidden />
        <span>{t('timeline.noteBy', { name: entry.agent.name })}</span>
        <Moment at={entry.at} as="clock" className={classes.time} />
      </header>
      <p className={classes.text}>{typeof entry.text === 'string' ? <LinkedText text={entry.text} /> : <ErasedWords />}</p>
    </article>
  );
};
