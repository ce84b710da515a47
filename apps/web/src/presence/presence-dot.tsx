import type { AgentView } from '@madoguchi/contracts';
import { IconCircleCheckFilled, IconCircleMinus, IconCircleOff, IconClockPause } from '@tabler/icons-react';
import classes from './presence-dot.module.css';

const ICONS = { available: IconCircleCheckFilled, busy: IconCircleMinus, away: IconClockPause, offline: IconCircleOff };

/** Form and colour; the words stand beside it. */
export const PresenceDot = ({ presence }: { readonly presence: AgentView['presence'] }) => {
  const Sign = ICONS[presence];
  return <Sign size={18} aria-hidden className={classes.dot} data-presence={presence} />;
};
