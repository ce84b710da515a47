import { platformAccountDecider, type PlatformAccountEvent, platformAccountStream, type PlatformAccount } from '@madoguchi/accounts';
import { type EventStore, fold, type Recorded } from '@madoguchi/event-sourcing';

/** Which account of ours has a page, over all tenants. */
export const pageHolderHere = async (store: EventStore, pageId: string): Promise<PlatformAccount> =>
  fold(
    platformAccountDecider,
    (await store.readStream(platformAccountStream('messenger', pageId))) as readonly Recorded<PlatformAccountEvent>[],
  );
