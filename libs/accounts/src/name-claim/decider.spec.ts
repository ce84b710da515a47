import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { nameClaimDecider, type NameClaimEvent } from '../index.js';

const at = (time: string) => specificationOf(nameClaimDecider(new Date(`2026-11-20T${time}Z`))).given;
const held = (time: string): NameClaimEvent => ({
  type: 'NameClaimed',
  data: { scope: 'queue', name: 'sales', holderId: 'a', claimedAt: `2026-11-20T${time}.000Z` },
});
const claim = { type: 'ClaimName', scope: 'queue', name: ' SALES', holderId: 'b' } as const;

describe('a name', () => {
  it('is held by whoever came first, however it is written', () => {
    at('09:00:00')()
      .when({ ...claim, holderId: 'a' })
      .then(held('09:00:00'));
    at('09:00:01')(held('09:00:00')).when(claim).thenRefused('name-taken');
    at('09:00:01')(held('09:00:00'))
      .when({ ...claim, holderId: 'a' })
      .thenNothing();
  });

  it('is free again when its holder is called otherwise', () => {
    const released: NameClaimEvent = { type: 'NameReleased', data: { holderId: 'a' } };
    at('09:00:01')(held('09:00:00')).when({ type: 'ReleaseName', holderId: 'b' }).thenNothing();
    at('09:00:01')(held('09:00:00')).when({ type: 'ReleaseName', holderId: 'a' }).then(released);
    at('09:00:02')(held('09:00:00'), released)
      .when({ ...claim, holderId: 'a' })
      .then(held('09:00:02'));
  });

  it('that was left over half-way is taken after a minute, and only from who was seen without it', () => {
    const taken: NameClaimEvent = {
      type: 'NameClaimed',
      data: { scope: 'queue', name: 'sales', holderId: 'b', claimedAt: '2026-11-20T09:02:00.000Z' },
    };
    at('09:00:30')(held('09:00:00'))
      .when({ ...claim, leftOverBy: 'a' })
      .thenRefused('name-taken');
    at('09:02:00')(held('09:00:00'))
      .when({ ...claim, leftOverBy: 'c' })
      .thenRefused('name-taken');
    at('09:02:00')(held('09:00:00'))
      .when({ ...claim, leftOverBy: 'a' })
      .then(taken);
    at('09:02:00')(held('09:00:00'))
      .when({ ...claim, holderId: 'a' })
      .then(held('09:02:00'));
  });
});
