import type { ConversationRow, MediaView, TimelineEntry } from '@madoguchi/contracts';
import {
  IconExternalLink,
  IconInfoCircle,
  IconListDetails,
  IconMapPin,
  IconPointer,
  IconShoppingCart,
  IconTemplate,
  IconUser,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErasedWords } from './erased-words.js';
import { FileLink } from './file-link.js';
import { ImagePreview } from './image-preview.js';
import { LinkedText } from './linked-text.js';
import { MailMessage } from './mail-message.js';
import classes from './message-content.module.css';
import { Sticker } from './sticker.js';
import { UnknownMessage } from './unknown-message.js';

type Content = Extract<TimelineEntry, { kind: 'reply' }>['content'];
type Said = Exclude<Content, { erased: true }>;
type Of<Type extends Said['type']> = { readonly content: Extract<Said, { type: Type }> };

export interface MessageContentProps {
  readonly content: Content;
  readonly media: MediaView | null;
  readonly files: readonly MediaView[];
  readonly channel: ConversationRow['channel'];
}

/** What a message says, each kind in its own way. Nothing is asked from any other origin. */
export const MessageContent = ({ content, media, files, channel }: MessageContentProps) => {
  if ('erased' in content) return <ErasedWords />;
  switch (content.type) {
    case 'text':
      return <Words text={content.text} />;
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
          {content.caption && <Words text={content.caption} />}
        </div>
      );
    case 'sticker':
      return <Sticker content={content} media={media} />;
    case 'location':
      return <Place content={content} />;
    case 'contact':
      return <Contact content={content} />;
    case 'postback':
      return <Fact type="postback">{content.label ?? content.data}</Fact>;
    case 'order':
      return <Order content={content} />;
    case 'referral':
      return <Referral content={content} />;
    case 'system':
      return <Fact type="system">{content.text ?? content.what}</Fact>;
    case 'email':
      return <MailMessage content={content} files={files} channel={channel} />;
    case 'choices':
      return <Choices content={content} />;
    case 'template':
      return (
        <Fact type="template">
          <strong>{content.name}</strong>
          <Words text={content.text} />
        </Fact>
      );
    case 'unknown':
      return <UnknownMessage kind={content.kind} raw={content.raw} />;
    default: {
      const unforeseen: never = content;
      return <UnknownMessage kind={(unforeseen as Said).type} raw={unforeseen} />;
    }
  }
};

const Words = ({ text }: { readonly text: string }) => (
  <p className={classes.text}>
    <LinkedText text={text} />
  </p>
);

const SIGNS = {
  contact: IconUser,
  postback: IconPointer,
  order: IconShoppingCart,
  referral: IconExternalLink,
  system: IconInfoCircle,
  choices: IconListDetails,
  template: IconTemplate,
} as const;

/** A sign that says what kind of thing it is, and the thing. */
const Fact = ({ type, children }: { readonly type: keyof typeof SIGNS; readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const Sign = SIGNS[type];
  return (
    <div className={classes.fact}>
      <Sign size={18} role="img" aria-label={t(`content.${type}`)} className={classes.sign} />
      <div>{children}</div>
    </div>
  );
};

const Place = ({ content }: Of<'location'>) => {
  const { latitude, longitude, title, address } = content;
  return (
    <p className={classes.fact}>
      <IconMapPin size={18} aria-hidden className={classes.sign} />
      <span>
        {title && <strong>{title}</strong>}
        {address && <span className={classes.line}>{address}</span>}
        <a
          href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
          target="_blank"
          rel="noopener noreferrer"
          className={classes.line}
        >
          {`${latitude},${longitude}`}
        </a>
      </span>
    </p>
  );
};

const Contact = ({ content }: Of<'contact'>) => (
  <Fact type="contact">
    {[content, ...(content.more ?? [])].map(({ name, phone }) => (
      <div key={`${name} ${phone}`}>
        <strong>{name}</strong>
        {phone && <span className={classes.line}>{phone}</span>}
      </div>
    ))}
  </Fact>
);

const Order = ({ content }: Of<'order'>) => {
  const { t } = useTranslation();
  return (
    <Fact type="order">
      <strong>{t('content.order')}</strong>
      <ul className={classes.lines}>
        {content.lines.map(({ productId, name, quantity, price, currency }) => (
          <li key={productId}>
            {quantity} × {name ?? productId}
            {price !== undefined && ` · ${price} ${currency ?? ''}`}
          </li>
        ))}
      </ul>
      {content.note && <Words text={content.note} />}
    </Fact>
  );
};

const Referral = ({ content }: Of<'referral'>) => {
  const { t } = useTranslation();
  return (
    <Fact type="referral">
      <span>{t('msg.cameBy', { source: content.source })}</span>
      {content.title && <strong className={classes.line}>{content.title}</strong>}
      {content.text && <Words text={content.text} />}
      {content.url && <Words text={content.url} />}
      {content.reference && <span className={classes.line}>{content.reference}</span>}
    </Fact>
  );
};

const Choices = ({ content }: Of<'choices'>) => {
  const { t } = useTranslation();
  return (
    <div className={classes.media}>
      <Words text={content.text} />
      <ul className={classes.choices} aria-label={t('content.choices')}>
        {content.options.map(({ id, label, description }) => (
          <li key={id}>
            {label}
            {description && <span className={classes.line}>{description}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
};
