import { Avatar } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import type { ConversationRow } from '@madoguchi/contracts';
import { ChannelIcon } from './channel-icon.js';
import classes from './customer-avatar.module.css';

export interface CustomerAvatarProps {
  readonly conversation: Pick<ConversationRow, 'customer' | 'channel'>;
  readonly size?: number;
}

/** First letters of the first and last word; of a name in Chinese characters or kana the first alone, as is usual there. */
const initials = (name: string): string => {
  const letters = name
    .trim()
    .split(/\s+/)
    .map((word) => [...word][0] ?? '');
  const first = letters[0] ?? '';
  return (
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(first) || letters.length === 1 ? first : first + letters.at(-1)!
  ).toUpperCase();
};

/** Picture or initials, with the channel in the corner. Only pictures from the desk's own origin are asked for. */
export const CustomerAvatar = ({ conversation: { customer, channel }, size = 36 }: CustomerAvatarProps) => (
  <span className={classes.root}>
    <Avatar
      src={customer.pictureUrl?.startsWith('/') ? customer.pictureUrl : null}
      alt=""
      size={size}
      radius="xl"
      className={classes.avatar}
    >
      <span aria-hidden>{customer.name ? initials(customer.name) : <IconUser size={size / 2} />}</span>
    </Avatar>
    <span className={classes.channel}>
      <ChannelIcon channel={channel} size={14} />
    </span>
  </span>
);
