import type { ConversationRow, MediaView, TimelineEntry } from '@madoguchi/contracts';
import { IconFile, IconMicrophone, IconMovie } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from './file-size.js';
import classes from './file-link.module.css';
import { MediaState } from './media-state.js';

type FileContent = Extract<Extract<TimelineEntry, { kind: 'reply' }>['content'], { caption?: string }>;

const ICONS = { image: IconFile, file: IconFile, video: IconMovie, audio: IconMicrophone };

export interface FileLinkProps {
  readonly content: FileContent;
  readonly media: MediaView | null;
  readonly channel: ConversationRow['channel'];
}

/** A file by name and size; sound and film play in place. */
export const FileLink = ({ content, media, channel }: FileLinkProps) => {
  const { t, i18n } = useTranslation();
  if (!media?.url) return <MediaState media={media} channel={channel} />;
  const name = media.fileName ?? content.media.fileName ?? t(`content.${content.type}`);
  const size = media.size ?? content.media.size;
  const Sign = ICONS[content.type];
  return (
    <span className={classes.file}>
      {content.type === 'audio' && <audio controls preload="none" src={media.url} aria-label={name} className={classes.player} />}
      {content.type === 'video' && <video controls preload="none" src={media.url} aria-label={name} className={classes.player} />}
      <a href={media.url} download={name} className={classes.link}>
        <Sign size={22} stroke={1.6} role="img" aria-label={t('msg.download')} />
        <span className={classes.words}>
          <span className={classes.name}>{name}</span>
          {typeof size === 'number' && <span className={classes.size}>{fileSize(size, i18n.language)}</span>}
        </span>
      </a>
    </span>
  );
};
