import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAndTime } from '../time/dates.js';
import { ItChanged } from './it-changed.js';
import { localInput, snoozeTimes } from './snooze-times.js';
import classes from './work-dialog.module.css';

export interface SnoozeDialogProps {
  readonly busy: boolean;
  /** The customer wrote again: does it all the same. */
  readonly anyway: (() => void) | null;
  readonly onSnooze: (until: Date) => void;
  /** Until the customer answers, however long that takes. */
  readonly onWait: () => void;
  readonly onClose: () => void;
}

/** Until when a conversation sleeps; a customer who writes wakes it in any case. Times are in the reader's zone. */
export const SnoozeDialog = ({ busy, anyway, onSnooze, onWait, onClose }: SnoozeDialogProps) => {
  const { t, i18n } = useTranslation();
  const [now] = useState(() => new Date());
  const [own, setOwn] = useState('');
  const chosen = own === '' ? null : new Date(own);
  const past = chosen !== null && !(chosen.getTime() > now.getTime());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen && !past) onSnooze(chosen);
  };
  return (
    <Modal opened onClose={onClose} title={t('snooze.title')} closeButtonProps={{ 'aria-label': t('work.cancel') }}>
      <p className={classes.hint}>{t('snooze.hint', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}</p>
      <ul className={classes.choices}>
        {snoozeTimes(now).map(({ preset, at }, index) => (
          <li key={preset}>
            <Button
              variant="default"
              fullWidth
              justify="space-between"
              disabled={busy}
              data-autofocus={index === 0 || undefined}
              rightSection={<time dateTime={at.toISOString()}>{dayAndTime(at, i18n.language)}</time>}
              onClick={() => onSnooze(at)}
            >
              {t(`snooze.preset.${preset}`)}
            </Button>
          </li>
        ))}
        <li>
          <Button variant="default" fullWidth justify="space-between" disabled={busy} rightSection={t('snooze.noTime')} onClick={onWait}>
            {t('snooze.untilAnswer')}
          </Button>
        </li>
      </ul>
      <form className={classes.own} onSubmit={submit}>
        <TextInput
          type="datetime-local"
          label={t('snooze.own')}
          min={localInput(now)}
          value={own}
          error={past ? t('snooze.past') : null}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <Button type="submit" disabled={busy || chosen === null || past}>
          {t('snooze.do')}
        </Button>
      </form>
      <ItChanged anyway={anyway} />
    </Modal>
  );
};
