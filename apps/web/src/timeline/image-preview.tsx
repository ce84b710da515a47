import type { ConversationRow, MediaView } from '@madoguchi/contracts';
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileLink, type FileLinkProps } from './file-link.js';
import classes from './image-preview.module.css';
import { ImageViewer } from './image-viewer.js';
import { MediaState } from './media-state.js';

export interface ImagePreviewProps {
  readonly content: FileLinkProps['content'];
  readonly media: MediaView | null;
  readonly channel: ConversationRow['channel'];
}

/** A picture in the timeline; a press enlarges it. What turns out to be no picture is a file. */
export const ImagePreview = ({ content, media, channel }: ImagePreviewProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  if (!media?.url) return <MediaState media={media} channel={channel} />;
  if (broken || (media.mimeType && !media.mimeType.startsWith('image/')))
    return <FileLink content={content} media={media} channel={channel} />;
  const name = media.fileName ?? content.media.fileName ?? t('image.unnamed');
  return (
    <>
      <UnstyledButton className={classes.button} onClick={() => setOpen(true)} aria-label={t('msg.openImage', { name })}>
        <img src={media.url} alt={content.caption ?? name} className={classes.picture} onError={() => setBroken(true)} />
      </UnstyledButton>
      <ImageViewer url={media.url} name={name} opened={open} onClose={() => setOpen(false)} />
    </>
  );
};
