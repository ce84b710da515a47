import {
  IconBrandLine,
  IconBrandMessenger,
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconBuilding,
  IconDeviceMobileMessage,
  IconMail,
  IconPhone,
  type Icon,
} from '@tabler/icons-react';
import type { ConversationRow } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';
import classes from './channel-icon.module.css';

type Channel = ConversationRow['channel'];

const ICONS: Readonly<Record<Channel, Icon>> = {
  line: IconBrandLine,
  telegram: IconBrandTelegram,
  messenger: IconBrandMessenger,
  whatsapp: IconBrandWhatsapp,
  viber: IconPhone,
  vonage: IconDeviceMobileMessage,
  lineworks: IconBuilding,
  email: IconMail,
};

/** The channel's sign, with its name for who does not see it. */
export const ChannelIcon = ({ channel, size = 16 }: { readonly channel: Channel; readonly size?: number }) => {
  const { t } = useTranslation();
  const Sign = ICONS[channel];
  const name = t(`channel.${channel}`);
  return (
    <span role="img" aria-label={name} title={name} className={classes.icon} data-channel={channel}>
      <Sign size={size} stroke={1.9} aria-hidden />
    </span>
  );
};
