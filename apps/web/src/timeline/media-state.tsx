import type { ConversationRow, MediaView } from '@madoguchi/contracts';
import { Button, Loader } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFetchAgain } from '../api/media.js';
import { notifyProblem } from '../notify.js';
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
        <FetchAgain mediaId={media.mediaId} />
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

const FetchAgain = ({ mediaId }: { readonly mediaId: string }) => {
  const { t } = useTranslation();
  const again = useFetchAgain(mediaId);
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={again.isPending}
      onClick={() => again.mutate(undefined, { onError: (error) => notifyProblem(error, t) })}
    >
      {t('msg.fetchAgain')}
    </Button>
  );
};
