import type { ConversationRow } from '@madoguchi/contracts';
import {
  IconArrowForwardUp,
  IconExternalLink,
  IconFile,
  IconInfoCircle,
  IconLink,
  IconListDetails,
  IconMail,
  IconMapPin,
  IconMicrophone,
  IconMovie,
  IconPhoto,
  IconQuestionMark,
  IconRobot,
  IconShoppingCart,
  IconSticker,
  IconTemplate,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFirstDraft } from '../composer/drafts.js';
import classes from './conversation-row.module.css';

type Message = NonNullable<ConversationRow['lastMessage']>;

const ICONS: Readonly<Partial<Record<Message['type'], Icon>>> = {
  image: IconPhoto,
  video: IconMovie,
  audio: IconMicrophone,
  file: IconFile,
  sticker: IconSticker,
  location: IconMapPin,
  contact: IconUser,
  postback: IconLink,
  order: IconShoppingCart,
  referral: IconExternalLink,
  system: IconInfoCircle,
  email: IconMail,
  choices: IconListDetails,
  template: IconTemplate,
  unknown: IconQuestionMark,
};

/** The second line of a row: a draft of ours, else what was said last. */
export const LastLine = ({ conversation }: { readonly conversation: ConversationRow }) => {
  const { t } = useTranslation();
  const draft = useFirstDraft(conversation.id);
  const message = conversation.lastMessage;

  if (draft) {
    return (
      <span className={classes.line}>
        <span className={classes.draft}>{t('list.draft')}</span> {draft}
      </span>
    );
  }
  if (!message) return <span className={classes.line}>{conversation.customer.erased && t('msg.erased')}</span>;
  const Sign = ICONS[message.type];
  return (
    <span className={classes.line}>
      {message.from === 'bot' && <IconRobot size={14} role="img" aria-label={t('list.view.bot')} className={classes.lineIcon} />}
      {message.from === 'agent' && <IconArrowForwardUp size={14} role="img" aria-label={t('list.team')} className={classes.lineIcon} />}
      {Sign && <Sign size={14} aria-hidden className={classes.lineIcon} />}
      {message.line && message.type !== 'unknown' ? message.line : t(`content.${message.type}`)}
    </span>
  );
};
