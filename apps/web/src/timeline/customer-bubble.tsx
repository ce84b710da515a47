import type { ConversationRow, TimelineEntry } from '@madoguchi/contracts';
import { Collapse, UnstyledButton } from '@mantine/core';
import { IconClockExclamation, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, duration, inUtc } from '../time/dates.js';
import { Moment } from '../time/moment.js';
import classes from './bubble.module.css';
import { MessageActions } from './message-actions.js';
import { MessageContent } from './message-content.js';
import { OurReaction, Reactions } from './reactions.js';

type Entry = Extract<TimelineEntry, { kind: 'customer message' }>;

export interface CustomerBubbleProps {
  readonly entry: Entry;
  readonly follows: boolean;
  readonly followed: boolean;
  readonly name: string;
  readonly channel: ConversationRow['channel'];
  /** What it answers, in one line. */
  readonly answered: string | null;
}

export const CustomerBubble = ({ entry, follows, followed, name, channel, answered }: CustomerBubbleProps) => {
  const { t, i18n } = useTranslation();
  const sender = entry.sender?.name ?? name;
  const showsTime = !followed || entry.lateBySeconds !== null || entry.edits.length > 0;
  return (
    <article
      className={classes.left}
      data-follows={follows || undefined}
      aria-label={t('msg.from', { name: sender, time: clockTime(new Date(entry.at), i18n.language) })}
    >
      {!follows && entry.sender && <span className={classes.speaker}>{sender}</span>}
      <div className={classes.beside}>
        <div className={classes.bubble} data-side="customer" title={inUtc(new Date(entry.at))}>
          {answered && (
            <blockquote className={classes.answered} aria-label={t('msg.answers')}>
              {answered}
            </blockquote>
          )}
          {entry.unsentAt ? (
            <p className={classes.unsent}>
              <IconTrash size={15} aria-hidden /> {t('msg.unsent')}
            </p>
          ) : (
            <MessageContent content={entry.content} media={entry.media} files={entry.files} channel={channel} />
          )}
        </div>
        <MessageActions entry={entry} />
      </div>
      <Reactions reactions={entry.reactions} />
      <OurReaction reaction={entry.ourReaction} />
      <div className={classes.facts}>
        {showsTime && <Moment at={entry.at} as="clock" />}
        {entry.lateBySeconds !== null && (
          <span className={classes.late}>
            <IconClockExclamation size={13} aria-hidden /> {t('msg.late', { t: duration(entry.lateBySeconds, i18n.language) })}
          </span>
        )}
        {entry.edits.length > 0 && !entry.unsentAt && <Edits entry={entry} channel={channel} />}
      </div>
    </article>
  );
};

const Edits = ({ entry, channel }: Pick<CustomerBubbleProps, 'entry' | 'channel'>) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <UnstyledButton className={classes.edited} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconPencil size={13} aria-hidden /> {t('msg.edited')}
      </UnstyledButton>
      <Collapse expanded={open} transitionDuration={0} className={classes.edits}>
        <ul aria-label={t('msg.earlier')} className={classes.versions}>
          {entry.edits.map((edit) => (
            <li key={edit.at}>
              <MessageContent content={edit.content} media={null} files={[]} channel={channel} />
            </li>
          ))}
        </ul>
      </Collapse>
    </>
  );
};
