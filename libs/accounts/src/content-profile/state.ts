import type { ContentProfile } from './events.js';

export interface ContentProfileState extends ContentProfile {
  readonly status: 'none' | 'defined' | 'archived';
  readonly name: string;
}
