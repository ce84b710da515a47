import type { TimelineEntry } from '@madoguchi/contracts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconCornerUpLeft, IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSpeaking } from '../conversation/speaking.js';
import classes from './bubble.module.css';

type Entry = Extract<TimelineEntry, { kind: 'customer message' }>;

/** Offered where a platform takes every emoji. */
const USUAL = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

/** What the owner can do with a message of the customer: quote it, react to it. Nothing where the platform has neither. */
export const MessageActions = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation();
  const speaking = useSpeaking();
  if (!speaking || entry.unsentAt || 'erased' in entry.content) return null;
  const { capabilities, quote, react } = speaking;
  const { reactions } = capabilities;
  const emojis = reactions === 'any' ? USUAL : reactions === 'none' ? [] : reactions.slice(0, 24);
  const ours = entry.ourReaction?.emoji ?? null;
  return (
    <span className={classes.actions}>
      {capabilities.replyTo && (
        <ActionIcon size={24} variant="subtle" aria-label={t('msg.quote')} onClick={() => quote(entry)}>
          <IconCornerUpLeft size={15} />
        </ActionIcon>
      )}
      {emojis.length > 0 && (
        <Menu position="bottom-start" width={200}>
          <Menu.Target>
            <ActionIcon size={24} variant="subtle" aria-label={t('msg.react')}>
              <IconMoodSmile size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown className={classes.emojis}>
            {emojis.map((emoji) => (
              <Menu.Item
                key={emoji}
                aria-label={emoji}
                onClick={() => react(entry, emoji === ours ? null : emoji)}
                className={classes.emoji}
              >
                {emoji}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  );
};
