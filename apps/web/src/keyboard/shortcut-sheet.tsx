import { Kbd, Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreference } from '../preferences.js';
import { COMMAND_KEY } from './send-keys.js';
import classes from './shortcut-sheet.module.css';
import { type ShortcutName, SHORTCUTS } from './shortcuts.js';
import { useShortcut } from './use-shortcut.js';

const WITH_MODIFIER = [
  { name: 'commands', shown: [COMMAND_KEY, 'K'] },
  { name: 'send', shown: [COMMAND_KEY, 'Enter'] },
  { name: 'nextPane', shown: ['F6'] },
  { name: 'previousPane', shown: ['Shift', 'F6'] },
] as const;

/** `?`: every key of the desk. */
export const ShortcutSheet = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [singleKeys, setSingleKeys] = usePreference('singleKeys');
  useShortcut('sheet', () => setOpen(true));
  const rows = [...WITH_MODIFIER, ...(Object.keys(SHORTCUTS) as ShortcutName[]).map((name) => ({ name, shown: SHORTCUTS[name].shown }))];
  return (
    <Modal
      opened={open}
      onClose={() => setOpen(false)}
      size="lg"
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('keys.dismiss') }}
    >
      <Switch
        label={t('settings.singleKeys')}
        description={t('keys.hint')}
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
      <dl className={classes.keys}>
        {rows.map(({ name, shown }) => (
          <div key={name} className={classes.row}>
            <dt>{t(`keys.${name}`)}</dt>
            <dd className={classes.shown}>
              {shown.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
};
