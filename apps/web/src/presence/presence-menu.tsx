import type { AgentView } from '@madoguchi/contracts';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyself, useSetPresence } from '../api/agents.js';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { notifyProblem } from '../notify.js';
import { duration } from '../time/dates.js';
import { useNow } from '../time/now.js';
import { PresenceDot } from './presence-dot.js';
import classes from './presence-menu.module.css';

type Presence = AgentView['presence'];

export const PRESENCES = ['available', 'away', 'offline'] as const satisfies readonly Presence[];

/** At the foot of the rail: whether conversations are offered to me, and how many I hold. */
export const PresenceMenu = () => {
  const { t, i18n } = useTranslation();
  const { user } = useSignedIn();
  const { data: me } = useMyself(user.agentId);
  const set = useSetPresence();
  const [open, setOpen] = useState(false);
  const now = useNow();
  useShortcut('presence', () => setOpen(true), me !== undefined);
  if (!me) return null;
  const { presence, load, capacity, reason } = me;

  return (
    <Menu opened={open} onChange={setOpen} position="right-end" width={250}>
      <Menu.Target>
        <UnstyledButton
          className={classes.button}
          aria-label={t('presence.label', { presence: t(`presence.${presence}`), load, capacity })}
        >
          <PresenceDot presence={presence} />
          <span className={classes.load} aria-hidden>
            {t('presence.load', { load, capacity })}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t('presence.title')}: {t('presence.since', { t: duration((now - Date.parse(me.presenceSince)) / 1_000, i18n.language) })}
          {reason && ` (${reason})`}
        </Menu.Label>
        {PRESENCES.map((choice) => (
          <Menu.Item
            key={choice}
            role="menuitemradio"
            aria-checked={choice === presence}
            leftSection={<PresenceDot presence={choice} />}
            rightSection={choice === presence && <IconCheck size={16} aria-hidden />}
            onClick={() => set.mutate({ presence: choice }, { onError: (error) => notifyProblem(error, t) })}
          >
            {t(`presence.${choice}`)}
            <span className={classes.hint}>{t(`presence.hint.${choice}`)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
