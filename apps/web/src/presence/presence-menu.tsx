import type { AgentView } from '@madoguchi/contracts';
import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwayReasons, useMyself, useReadAwayReasonsAgain, useSetPresence } from '../api/agents.js';
import { useShortcut } from '../keyboard/use-shortcut.js';
import { useSignedIn } from '../log-in/signed-in.js';
import { notifyProblem } from '../notify.js';
import { duration } from '../time/dates.js';
import { useNow } from '../time/now.js';
import { PresenceDot } from './presence-dot.js';
import { offeredReasons, useReasonName } from './reasons.js';
import classes from './presence-menu.module.css';

type Presence = AgentView['presence'];

export const PRESENCES = ['available', 'busy', 'away', 'offline'] as const satisfies readonly Presence[];

/** Away for a reason that is offered is a choice of its own; any other reason shows beside the state. */
const valueOf = (presence: Presence, reason: string | null, offered: readonly string[]): string =>
  presence === 'away' && reason !== null && offered.includes(reason) ? `away/${reason}` : presence;

/** At the foot of the rail: whether conversations are offered to me, and how many I hold. */
export const PresenceMenu = () => {
  const { t, i18n } = useTranslation();
  const { user } = useSignedIn();
  const { data: me } = useMyself(user.agentId);
  const set = useSetPresence();
  const reasonName = useReasonName();
  const { data: reasons = [] } = useAwayReasons();
  const offered = offeredReasons(reasons);
  const readAgain = useReadAwayReasonsAgain();
  const [open, setOpen] = useState(false);
  const now = useNow();
  const show = (shown: boolean) => {
    if (shown) readAgain();
    setOpen(shown);
  };
  useShortcut('presence', () => show(true), me !== undefined);
  if (!me) return null;
  const { presence, load, capacity, reason } = me;
  const choose = (choice: string) => {
    const [next, away] = choice.split('/') as [Presence, string | undefined];
    set.mutate({ presence: next, ...(away === undefined ? {} : { reason: away }) }, { onError: (error) => notifyProblem(error, t) });
  };

  return (
    <Menu opened={open} onChange={show} position="right-end" width={250}>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <PresenceDot presence={presence} />
          <span className={classes.load} aria-hidden>
            {t('presence.load', { load, capacity })}
          </span>
          <VisuallyHidden>{t('presence.label', { presence: t(`presence.${presence}`), load, capacity })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t('presence.title', { t: duration((now - Date.parse(me.presenceSince)) / 1_000, i18n.language) })}
          {reason && ` (${reasonName(reason)})`}
        </Menu.Label>
        <Menu.RadioGroup value={valueOf(presence, reason, offered)} onChange={(choice) => choose(choice)}>
          {PRESENCES.map((choice) => (
            <Fragment key={choice}>
              <Menu.RadioItem value={choice} closeMenuOnClick rightSection={<PresenceDot presence={choice} />}>
                {t(`presence.${choice}`)}
                <span className={classes.hint}>{t(`presence.hint.${choice}`)}</span>
              </Menu.RadioItem>
              {choice === 'away' &&
                offered.map((away) => (
                  <Menu.RadioItem key={away} value={`away/${away}`} closeMenuOnClick className={classes.reason}>
                    {t('presence.awayFor', { reason: reasonName(away) })}
                  </Menu.RadioItem>
                ))}
            </Fragment>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
};
