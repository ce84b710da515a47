import { type StreamName, streamName } from '@madoguchi/event-sourcing';

export const accountStream = (accountId: string): StreamName => streamName('integration_account', accountId);
