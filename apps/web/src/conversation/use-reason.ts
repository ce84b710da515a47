import { useTranslation } from 'react-i18next';
import { dayAndTime } from '../time/dates.js';
import type { Ownership } from './ownership.js';

/** Why there is no reply to write. */
export const useReason = (): ((ownership: Ownership) => string) => {
  const { t, i18n } = useTranslation();
  return (ownership) => {
    switch (ownership.kind) {
      case 'mine':
        return '';
      case 'closed':
        return ownership.again
          ? t('composer.closedAgain', { name: ownership.again.name, count: ownership.again.days })
          : t('composer.closed');
      case 'account deleted':
        return t('composer.accountDeleted');
      case 'bot':
        return t('composer.bot', { bot: ownership.name || t('list.view.bot') });
      case 'snoozed': {
        if (ownership.until === null) return ownership.byMe ? t('composer.asleepByYou') : t('composer.asleep', { name: ownership.name });
        const time = dayAndTime(new Date(ownership.until), i18n.language);
        return ownership.byMe ? t('composer.snoozedByYou', { time }) : t('composer.snoozed', { time, name: ownership.name });
      }
      case 'offered to me':
        return t('composer.offeredToYou');
      case 'waits':
        return ownership.mayClaim ? t('composer.mayClaim', { queue: ownership.queue }) : t('composer.waits', { queue: ownership.queue });
      case 'not routed':
        return t('composer.notRouted');
      case 'other owner':
        return t('composer.otherOwner', { name: ownership.name });
      default: {
        const unforeseen: never = ownership;
        return unforeseen;
      }
    }
  };
};
