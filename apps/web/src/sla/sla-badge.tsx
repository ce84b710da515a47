import type { SlaView } from '@madoguchi/contracts';
import { VisuallyHidden } from '@mantine/core';
import { IconAlertCircle, IconClock, IconHourglass, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayAndTime, duration } from '../time/dates.js';
import { useNow } from '../time/now.js';
import classes from './sla-badge.module.css';
import { slaStanding } from './sla-standing.js';

const ICONS = { running: IconClock, warned: IconHourglass, breached: IconAlertCircle, paused: IconPlayerPause };
/** From here on seconds are counted. */
const CLOSE_SECONDS = 120;

/** What was promised to the customer next: form, colour and time; in words for who hovers or listens. */
export const SlaBadge = ({ sla }: { readonly sla: SlaView }) => {
  const slow = slaStanding(sla, useNow());
  return slow.seconds !== null && slow.seconds < CLOSE_SECONDS ? <EachSecond sla={sla} /> : <Shown sla={sla} standing={slow} />;
};

const EachSecond = ({ sla }: { readonly sla: SlaView }) => <Shown sla={sla} standing={slaStanding(sla, useNow('second'))} />;

const Shown = ({
  sla: { kind, dueAt },
  standing: { state, seconds },
}: {
  readonly sla: SlaView;
  readonly standing: ReturnType<typeof slaStanding>;
}) => {
  const { t, i18n } = useTranslation();
  const Sign = ICONS[state];
  const time = seconds === null ? '' : duration(seconds, i18n.language);
  const values = { kind: t(`sla.kind.${kind}`), t: time, time: dueAt ? dayAndTime(new Date(dueAt), i18n.language) : '' };
  const words = time === '' ? t('sla.paused', values) : state === 'breached' ? t('sla.late', values) : t('sla.left', values);
  const short = time === '' ? t('sla.pausedShort') : state === 'breached' ? `+${time}` : time;
  return (
    <span className={classes.badge} data-state={state} title={words} data-testid="sla">
      <Sign size={13} aria-hidden />
      <span aria-hidden>{short}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
};
