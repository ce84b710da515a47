import type { MediaView, TimelineEntry } from '@madoguchi/contracts';
import { IconSticker } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './sticker.module.css';

type StickerContent = Extract<Extract<TimelineEntry, { kind: 'reply' }>['content'], { type: 'sticker' }>;

/** The picture where it was stored, else its emoji or words. */
export const Sticker = ({ content, media }: { readonly content: StickerContent; readonly media: MediaView | null }) => {
  const { t } = useTranslation();
  const words = content.text ?? content.emoji;
  if (media?.url && media.mimeType?.startsWith('image/'))
    return <img src={media.url} alt={words ?? t('content.sticker')} className={classes.picture} />;
  return (
    <span className={classes.sticker}>
      {content.emoji ? (
        <span className={classes.emoji}>{content.emoji}</span>
      ) : (
        <IconSticker size={28} stroke={1.5} aria-hidden className={classes.sign} />
      )}
      <span className={classes.words}>
        {t('content.sticker')}
        {content.text && <span className={classes.text}>{content.text}</span>}
      </span>
    </span>
  );
};
