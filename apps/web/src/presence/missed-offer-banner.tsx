import { Button } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMyself, useSetPresence } from '../api/agents.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { notifyProblem } from '../notify.js';
import classes from './missed-offer-banner.module.css';

/** The reason that routing writes when an offer ran out. */
const NOT_RESPONDING = 'not responding';

/** Whose offer ran out is away until they say that they are back. */
export const MissedOfferBanner = () => {
  const { t } = useTranslation();
  const { user } = useSignedIn();
  const { data: me } = useMyself(user.agentId);
  const set = useSetPresence();
  return (
    <div role="status">
      {me?.presence === 'away' && me.reason === NOT_RESPONDING && (
        <div className={classes.banner}>
          <IconClockPause size={16} aria-hidden />
          {t('offer.missedAway')}
          <Button
            size="compact-sm"
            h={32}
            variant="default"
            onClick={() => set.mutate({ presence: 'available' }, { onError: (error) => notifyProblem(error, t) })}
          >
            {t('offer.iAmBack')}
          </Button>
        </div>
      )}
    </div>
  );
};
