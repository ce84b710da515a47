import { type StreamName, streamName } from '@madoguchi/event-sourcing';

export const INTEGRATION_ACCOUNT = 'integration_account';

export const accountStream = (accountId: string): StreamName => streamName(INTEGRATION_ACCOUNT, accountId);
