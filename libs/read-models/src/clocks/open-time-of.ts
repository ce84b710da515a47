import { afterOpenTime, type Hours, isOpen, nextChange, openTimeBetween } from '@madoguchi/accounts';
import { ALWAYS_OPEN, type OpenTime } from '@madoguchi/routing';

/** @param hours undefined: nobody knows them, and they close nothing */
export const openTimeOf = (hours: Hours | undefined): OpenTime =>
  hours === undefined
    ? ALWAYS_OPEN
    : {
        isOpen: (at) => isOpen(hours, at),
        nextChange: (at) => nextChange(hours, at)?.at,
        between: (from, to) => openTimeBetween(hours, from, to),
        after: (from, milliseconds) => afterOpenTime(hours, from, milliseconds),
      };
