import { randomUUID } from 'node:crypto';
import {
  type ContentProfile,
  contentProfileDecider,
  contentProfileStream,
  organisationDecider,
  organisationStream,
} from '@madoguchi/accounts';
import { type EventStore, handleCommand, startOf } from '@madoguchi/event-sourcing';

/** Makes a profile and gives it to the whole tenant, which counts for each of its accounts that has none of its own. */
export const chooseProfile = async (
  store: EventStore,
  { tenantId }: { readonly tenantId: string },
  profile: ContentProfile,
): Promise<void> => {
  const id = randomUUID();
  const cause = () => startOf(tenantId, { kind: 'admin', id: 'spec' }, randomUUID());
  const options = { now: () => new Date() };
  const define = { type: 'DefineContentProfile', name: 'Of the spec', ...profile } as const;
  await handleCommand(store, contentProfileDecider, contentProfileStream(id), define, cause(), options);
  const choose = { type: 'SetOrganisation', defaultContentProfileId: id } as const;
  await handleCommand(store, organisationDecider, organisationStream(tenantId), choose, cause(), options);
};
