import { Refusal } from '@madoguchi/event-sourcing';
import { checkedName } from '../account/write/account-name.js';
import { checkedHours } from './business-hours-fields.js';
import type { BusinessHours } from './state.js';
import type { BusinessHoursEvent, Hours } from './events.js';

export interface DefineBusinessHours {
  readonly type: 'DefineBusinessHours';
  readonly name: string;
  readonly hours: Hours;
}

export const defineBusinessHours = ({ name, hours }: DefineBusinessHours, { status }: BusinessHours): readonly BusinessHoursEvent[] => {
  if (status !== 'none') throw new Refusal('business-hours-exist', 'These business hours exist already; change them instead.');
  return [{ type: 'BusinessHoursDefined', data: { name: checkedName(name), hours: checkedHours(hours) } }];
};
