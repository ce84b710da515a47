import type { ConversationRow, DeliveryState } from '@madoguchi/contracts';
import { Tooltip } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconChecks, IconClock, IconHelpCircle, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './delivery-mark.module.css';

const ICONS: Readonly<Record<DeliveryState, Icon>> = {
  waiting: IconClock,
  sending: IconClock,
  accepted: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  failed: IconAlertCircle,
  unknown: IconHelpCircle,
};

/** How far an answer got: a sign, and in words for who hovers, focuses or listens. Only what the channel has reported. */
export const DeliveryMark = ({ delivery, channel }: { readonly delivery: DeliveryState; readonly channel: ConversationRow['channel'] }) => {
  const { t } = useTranslation();
  const Sign = ICONS[delivery];
  const words = t(`delivery.${delivery}`, { channel: t(`channel.${channel}`) });
  return (
    <Tooltip label={words}>
      <span role="img" aria-label={words} className={classes.mark} data-delivery={delivery}>
        <Sign size={15} stroke={delivery === 'read' ? 2.6 : 1.9} aria-hidden />
      </span>
    </Tooltip>
  );
};
