import type { Hours } from './events.js';

export interface BusinessHours {
  readonly status: 'none' | 'defined' | 'archived';
  readonly name: string;
  readonly hours?: Hours;
}
