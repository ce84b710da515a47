import type { ConversationRow, TimelineEntry } from '@madoguchi/contracts';
import { Button } from '@mantine/core';
import { IconAlertCircle, IconHelpCircle, IconRobot } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useResendReply } from '../api/writing.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { notifyProblem } from '../notify.js';
import { clockTime } from '../time/dates.js';
import { Moment } from '../time/moment.js';
import classes from './bubble.module.css';
import { DeliveryMark } from './delivery-mark.js';
import { MessageContent } from './message-content.js';
import { Reactions } from './reactions.js';

type Entry = Extract<TimelineEntry, { kind: 'reply' }>;

export interface ReplyBubbleProps {
  readonly entry: Entry;
  readonly follows: boolean;
  readonly conversation: Pick<ConversationRow, 'id' | 'channel'>;
  /** The conversation is mine: I may send it again. */
  readonly mine: boolean;
}

export const ReplyBubble = ({ entry, follows, conversation, mine }: ReplyBubbleProps) => {
  const { t, i18n } = useTranslation();
  const { user } = useSignedIn();
  const agent = entry.agent?.id === user.agentId ? t('conv.you') : (entry.agent ?? entry.bot)?.name || nameless(entry, t);
  return (
    <article
      className={classes.right}
      data-follows={follows || undefined}
      aria-label={t('msg.from', { name: agent, time: clockTime(new Date(entry.at), i18n.language) })}
    >
      {!follows && (
        <span className={classes.speaker} data-side={entry.bot ? 'bot' : undefined}>
          {entry.bot && <IconRobot size={14} role="img" aria-label={t('list.view.bot')} className={classes.botSign} />} {agent}
        </span>
      )}
      <div className={classes.bubble} data-side={entry.bot ? 'bot' : 'us'}>
        <MessageContent content={entry.content} media={entry.media} files={entry.files} channel={conversation.channel} />
      </div>
      <Reactions reactions={entry.reactions} />
      <div className={classes.facts}>
        <Moment at={entry.at} as="clock" />
        <DeliveryMark delivery={entry.delivery} channel={conversation.channel} />
      </div>
      {(entry.delivery === 'failed' || entry.delivery === 'unknown') && (
        <Trouble entry={entry} conversationId={conversation.id} mine={mine} />
      )}
    </article>
  );
};

/** What nobody says by hand: a text of the queue's policy, or a bot whose name is not known any more. */
const nameless = ({ automatic }: Entry, t: TFunction): string => (automatic ? t('msg.automatic') : t('list.view.bot'));

/** An answer that failed, or of which nobody knows whether it arrived, with the one button that helps. */
const Trouble = ({ entry, conversationId, mine }: { readonly entry: Entry; readonly conversationId: string; readonly mine: boolean }) => {
  const { t } = useTranslation();
  const resend = useResendReply(conversationId);
  const failed = entry.delivery === 'failed';
  const Sign = failed ? IconAlertCircle : IconHelpCircle;
  return (
    <div className={classes.trouble} data-failed={failed || undefined} role="group" aria-label={t(`delivery.${entry.delivery}`)}>
      <Sign size={18} aria-hidden className={classes.troubleSign} />
      <div className={classes.troubleWords}>
        <span>{failed ? t('msg.failed', { reason: entry.problem?.reason ?? '' }) : t('msg.unsure')}</span>
        {failed && entry.problem?.remedy && <span className={classes.remedy}>{entry.problem.remedy}</span>}
        {mine && (
          <Button
            size="compact-sm"
            variant="default"
            loading={resend.isPending}
            onClick={() => resend.mutate(entry.id, { onError: (error) => notifyProblem(error, t) })}
            className={classes.resend}
          >
            {failed ? t('msg.retry') : t('msg.sendAgain')}
          </Button>
        )}
      </div>
    </div>
  );
};
