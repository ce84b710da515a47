import { checkedName } from '../../account/write/account-name.js';
import type { ContactWindowEvent } from '../events.js';
import type { ContactWindow } from '../state.js';

export interface ChangeContactWindow {
  readonly type: 'ChangeContactWindow';
  readonly name?: string;
  /** Null: none, it is always open. */
  readonly businessHoursId?: string | null;
}

export const changeContactWindow = (command: ChangeContactWindow, window: ContactWindow): readonly ContactWindowEvent[] => {
  const name = command.name === undefined ? window.name : checkedName(command.name);
  const { businessHoursId } = command;
  return [
    ...(name === window.name ? [] : [{ type: 'ContactWindowRenamed', data: { name } } as const]),
    ...(businessHoursId === undefined || businessHoursId === (window.businessHoursId ?? null)
      ? []
      : [{ type: 'WindowHoursChosen', data: { businessHoursId } } as const]),
  ];
};
