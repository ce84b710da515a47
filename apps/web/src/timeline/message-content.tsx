import type { ConversationRow, MediaView, TimelineEntry } from '@madoguchi/contracts';
import { IconMapPin, IconPointer, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FileLink } from './file-link.js';
import { ImagePreview } from './image-preview.js';
import { LinkedText } from './linked-text.js';
import classes from './message-content.module.css';
import { Sticker } from './sticker.js';
import { UnknownMessage } from './unknown-message.js';

type Content = Extract<TimelineEntry, { kind: 'reply' }>['content'];

export interface MessageContentProps {
  readonly content: Content;
  readonly media: MediaView | null;
  readonly channel: ConversationRow['channel'];
}

/** What a message says, each kind in its own way. Nothing is asked from any other origin. */
export const MessageContent = ({ content, media, channel }: MessageContentProps) => {
  const { t } = useTranslation();
  switch (content.type) {
    case 'text':
      return (
        <p className={classes.text}>
          <LinkedText text={content.text} />
        </p>
      );
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return (
        <div className={classes.media}>
          {content.type === 'image' ? (
            <ImagePreview content={content} media={media} channel={channel} />
          ) : (
            <FileLink content={content} media={media} channel={channel} />
          )}
          {content.caption && (
            <p className={classes.text}>
              <LinkedText text={content.caption} />
            </p>
          )}
        </div>
      );
    case 'sticker':
      return <Sticker content={content} media={media} />;
    case 'location': {
      const place = `${content.latitude},${content.longitude}`;
      return (
        <p className={classes.fact}>
          <IconMapPin size={18} aria-hidden className={classes.sign} />
          <span>
            {content.title && <strong>{content.title}</strong>}
            {content.address && <span className={classes.line}>{content.address}</span>}
            <a
              href={`https://www.openstreetmap.org/?mlat=${content.latitude}&mlon=${content.longitude}#map=17/${content.latitude}/${content.longitude}`}
              target="_blank"
              rel="noopener noreferrer"
              className={classes.line}
            >
              {place}
            </a>
          </span>
        </p>
      );
    }
    case 'contact':
      return (
        <p className={classes.fact}>
          <IconUser size={18} role="img" aria-label={t('content.contact')} className={classes.sign} />
          <span>
            <strong>{content.name}</strong>
            {content.phone && <span className={classes.line}>{content.phone}</span>}
          </span>
        </p>
      );
    case 'postback':
      return (
        <p className={classes.fact}>
          <IconPointer size={18} role="img" aria-label={t('content.postback')} className={classes.sign} />
          <span>{content.label ?? content.data}</span>
        </p>
      );
    case 'unknown':
      return <UnknownMessage kind={content.kind} raw={content.raw} />;
    default: {
      const unforeseen: never = content;
      return <UnknownMessage kind={(unforeseen as Content).type} raw={unforeseen} />;
    }
  }
};
