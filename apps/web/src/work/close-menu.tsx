import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface CloseMenuProps {
  readonly closing: boolean;
  readonly onClose: (andNext: boolean) => void;
  readonly onSnooze: () => void;
  readonly onWait: () => void;
}

/** Out of the agent's hands: done, or asleep. */
export const CloseMenu = ({ closing, onClose, onSnooze, onWait }: CloseMenuProps) => {
  const { t } = useTranslation();
  return (
    <Button.Group>
      <Button variant="default" size="xs" h={32} loading={closing} onClick={() => onClose(false)}>
        {t('conv.close')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="xs" h={32} px={8} aria-label={t('conv.closeMenu')}>
            <IconChevronDown size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onClose(true)}>{t('conv.closeNext')}</Menu.Item>
          <Menu.Item onClick={onSnooze}>{t('snooze.title')}</Menu.Item>
          <Menu.Item onClick={onWait}>{t('keys.wait')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
};
