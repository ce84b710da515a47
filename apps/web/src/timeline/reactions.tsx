import type { TimelineEntry } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';
import classes from './bubble.module.css';

export const Reactions = ({ reactions }: { readonly reactions: readonly string[] }) => {
  const { t } = useTranslation();
  if (reactions.length === 0) return null;
  return (
    <span role="img" className={classes.reactions} aria-label={t('msg.reactions', { list: reactions.join(' ') })}>
      {reactions.join(' ')}
    </span>
  );
};

type Ours = Extract<TimelineEntry, { kind: 'customer message' }>['ourReaction'];

/** The team's reaction to a message of the customer; struck out, with the reason, when the customer does not see it. */
export const OurReaction = ({ reaction }: { readonly reaction: Ours }) => {
  const { t } = useTranslation();
  if (!reaction) return null;
  const { emoji, problem } = reaction;
  const label = problem ? t('msg.ourReactionFailed', { emoji, reason: problem.reason }) : t('msg.ourReaction', { emoji });
  return (
    <span role="img" className={classes.reactions} data-failed={problem ? true : undefined} aria-label={label} title={problem?.reason}>
      {emoji}
    </span>
  );
};
