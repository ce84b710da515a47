import type { Problem } from '../onboarding/events.js';
import type { ChatCode } from './events.js';

export interface ChatCodeState extends ChatCode {
  readonly chatCodeId: string;
  readonly deleted: boolean;
  readonly revision: number;
  /** What the platform has; 0: nothing. */
  readonly settled: number;
  readonly platformCode?: string;
  readonly link?: string;
  readonly problem?: Problem;
}
