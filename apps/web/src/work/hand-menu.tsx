import { ActionIcon, Kbd, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowsRightLeft, IconDots, IconHelpCircle, IconRobot, IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ShortcutName, SHORTCUTS } from '../keyboard/shortcuts.js';
import type { HandActions } from './use-hand-actions.js';

export interface HandMenuProps {
  readonly actions: HandActions;
  readonly onTransfer: () => void;
  readonly onAssign: () => void;
  readonly onWhy: () => void;
}

const Keys = ({ of }: { readonly of: ShortcutName }) => SHORTCUTS[of].shown.map((key) => <Kbd key={key}>{key}</Kbd>);

/** What else can be done with the conversation: give it on, or away; see why it came to whom. */
export const HandMenu = ({ actions, onTransfer, onAssign, onWhy }: HandMenuProps) => {
  const { t } = useTranslation();
  const { giveBack, toBot, mayTransfer, mayAssign } = actions;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <ActionIcon aria-label={t('work.menu')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayTransfer && (
          <Menu.Item leftSection={<IconArrowsRightLeft size={16} aria-hidden />} rightSection={<Keys of="transfer" />} onClick={onTransfer}>
            {t('keys.transfer')}
          </Menu.Item>
        )}
        {giveBack && (
          <Menu.Item leftSection={<IconArrowBackUp size={16} aria-hidden />} rightSection={<Keys of="giveBack" />} onClick={giveBack}>
            {t('keys.giveBack')}
          </Menu.Item>
        )}
        {toBot && (
          <Menu.Item leftSection={<IconRobot size={16} aria-hidden />} rightSection={<Keys of="toBot" />} onClick={toBot}>
            {t('keys.toBot')}
          </Menu.Item>
        )}
        {mayAssign && (
          <Menu.Item leftSection={<IconUserShare size={16} aria-hidden />} rightSection={<Keys of="assign" />} onClick={onAssign}>
            {t('keys.assign')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconHelpCircle size={16} aria-hidden />} rightSection={<Keys of="why" />} onClick={onWhy}>
          {t('keys.why')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
