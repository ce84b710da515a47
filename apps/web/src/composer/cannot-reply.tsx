import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAnswerOffer } from '../api/offers.js';
import type { Ownership } from '../conversation/ownership.js';
import { notifyProblem } from '../notify.js';
import classes from './cannot-reply.module.css';
import { wishForFocus } from './focus-wish.js';

export interface CannotReplyProps {
  readonly ownership: Ownership;
  readonly conversationId: string;
}

/** Why there is no reply to write, and the one button that helps. */
export const CannotReply = ({ ownership, conversationId }: CannotReplyProps) => {
  const { t } = useTranslation();
  const answer = useAnswerOffer();
  const accept = (offerId: string) => {
    wishForFocus(conversationId);
    answer.mutate({ offerId, answer: 'accept' }, { onError: (error) => notifyProblem(error, t) });
  };
  return (
    <div className={classes.box}>
      <p className={classes.reason}>
        {ownership.kind === 'closed' && t('composer.closed')}
        {ownership.kind === 'account deleted' && t('composer.accountDeleted')}
        {ownership.kind === 'other owner' && t('composer.otherOwner', { name: ownership.name })}
        {ownership.kind === 'offered to me' && t('composer.offeredToYou')}
        {ownership.kind === 'waits' && t('composer.waits', { queue: ownership.queue })}
        {ownership.kind === 'not routed' && t('composer.notRouted')} {t('composer.notes')}
      </p>
      {ownership.kind === 'offered to me' && (
        <Button size="xs" h={32} loading={answer.isPending} onClick={() => accept(ownership.offerId)}>
          {t('offer.accept')}
        </Button>
      )}
    </div>
  );
};
