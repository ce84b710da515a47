import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PresenceDot } from '../presence/presence-dot.js';
import type { Target } from './targets.js';
import classes from './work-dialog.module.css';

export interface TargetLineProps {
  readonly target: Target;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

export const TargetLine = ({ target, checked, onChoose }: TargetLineProps) => (
  <label className={classes.target}>
    <input type="radio" name="target" checked={checked} onChange={onChoose} />
    {target.kind === 'queue' ? <OfQueue {...target} /> : <OfAgent {...target} />}
  </label>
);

const OfQueue = ({ queue: { name, waiting, available } }: Extract<Target, { kind: 'queue' }>) => {
  const { t } = useTranslation();
  return (
    <>
      <IconUsersGroup size={18} aria-hidden />
      <span className={classes.name}>{name}</span>
      <span className={classes.facts}>
        {t('transfer.waiting', { count: waiting })} · {t('transfer.available', { count: available })}
      </span>
    </>
  );
};

const OfAgent = ({ agent: { name, presence, load, capacity } }: Extract<Target, { kind: 'agent' }>) => {
  const { t } = useTranslation();
  return (
    <>
      <PresenceDot presence={presence} />
      <span className={classes.name}>{name}</span>
      <span className={classes.facts}>
        {t(`presence.${presence}`)} · {t('presence.load', { load, capacity })}
      </span>
    </>
  );
};
