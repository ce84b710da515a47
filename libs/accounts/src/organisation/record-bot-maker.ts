import type { OrganisationEvent } from './events.js';

/** What makes bots for the tenant has new values; they lie where secrets are kept. */
export interface RecordBotMaker {
  readonly type: 'RecordBotMaker';
  readonly changedFields: readonly string[];
}

export const recordBotMaker = ({ changedFields }: RecordBotMaker): readonly OrganisationEvent[] =>
  changedFields.length === 0 ? [] : [{ type: 'BotMakerSet', data: { changedFields: [...new Set(changedFields)].sort() } }];
