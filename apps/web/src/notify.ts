import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { problemText } from './problem-text.js';

export const notifyProblem = (error: unknown, t: TFunction): void => {
  notifications.show({ message: problemText(error, t), color: 'red', role: 'alert', autoClose: 8_000 });
};

export const notify = (message: string): void => {
  notifications.show({ message, autoClose: 4_000 });
};
