import type { ConversationRow, MediaView } from '@madoguchi/contracts';
import { Loader } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './media-state.module.css';

/** A file that is not here: on its way, or lost with the reason. */
export const MediaState = ({ media, channel }: { readonly media: MediaView | null; readonly channel: ConversationRow['channel'] }) => {
  const { t } = useTranslation();
  const from = { channel: t(`channel.${channel}`) };
  if (media?.state === 'failed') {
    return (
      <span className={classes.state}>
        <IconFileOff size={18} aria-hidden />
        <span>
          {t('msg.notFetched', from)} {media.reason}
        </span>
      </span>
    );
  }
  return (
    <span className={classes.state}>
      <Loader size={16} aria-hidden />
      {t('msg.fetching', from)}
    </span>
  );
};
