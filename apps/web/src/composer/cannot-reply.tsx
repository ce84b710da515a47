import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswerOffer } from '../api/offers.js';
import type { Ownership } from '../conversation/ownership.js';
import { useReason } from '../conversation/use-reason.js';
import { notifyProblem } from '../notify.js';
import { ReopenDialog } from '../work/reopen-dialog.js';
import type { HandActions } from '../work/use-hand-actions.js';
import classes from './cannot-reply.module.css';
import { wishForFocus } from './focus-wish.js';

export interface CannotReplyProps {
  readonly ownership: Ownership;
  readonly actions: Pick<HandActions, 'takeOver' | 'claim' | 'wake' | 'reopen' | 'busy'>;
  readonly conversationId: string;
}

/** Why there is no reply to write, and the one button that helps. */
export const CannotReply = ({ ownership, actions, conversationId }: CannotReplyProps) => {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const answer = useAnswerOffer();
  const accept = (offerId: string) => {
    wishForFocus(conversationId);
    answer.mutate({ offerId, answer: 'accept' }, { onError: (error) => notifyProblem(error, t) });
  };
  const { takeOver, claim, wake, reopen, busy } = actions;
  const [asking, setAsking] = useState(false);
  const helping = [
    ['take-over', takeOver, t('bot.takeover')],
    ['claim', claim, t('work.claim')],
    ['wake', wake, t('snooze.wake')],
    ['reopen', reopen && (() => setAsking(true)), t('reopen.do')],
  ] as const;
  return (
    <div className={classes.box}>
      <p className={classes.reason}>
        {reasonOf(ownership)} {t('composer.notes')}
      </p>
      {ownership.kind === 'offered to me' && (
        <Button size="xs" h={32} loading={answer.isPending} onClick={() => accept(ownership.offerId)}>
          {t('offer.accept')}
        </Button>
      )}
      {helping.map(
        ([name, help, text]) =>
          help && (
            <Button key={name} size="xs" h={32} loading={busy === name} onClick={help}>
              {text}
            </Button>
          ),
      )}
      {asking && reopen && <ReopenDialog busy={busy === 'reopen'} onReopen={reopen} onClose={() => setAsking(false)} />}
    </div>
  );
};
