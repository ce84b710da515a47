import { specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import {
  allowsContent,
  type ContentAskedFor,
  contentProblem,
  type Direction,
  effectiveProfile,
  EVERYTHING_ALLOWED,
  LIMITED_KINDS,
} from './allows-content.js';
import { contentProfileDecider } from './decider.js';
import type { ContentProfile, ContentProfileEvent } from './events.js';

const { given } = specificationOf(contentProfileDecider);
const pictures: ContentProfile = { inbound: ['image', 'location'], outbound: ['image/gif', 'image/jpeg', 'image/png'] };
const defined: ContentProfileEvent = { type: 'ContentProfileDefined', data: { name: 'Pictures', ...pictures } };

describe('supported content', () => {
  const allows = (direction: Direction, type: ContentAskedFor['type'], mimeType?: string) =>
    allowsContent(pictures, direction, { type, mimeType });

  it('M-152: is what the profile allows in this direction, and the other may differ', () => {
    expect([allows('outbound', 'image', 'image/png'), allows('outbound', 'image', 'image/webp')]).toEqual([true, false]);
    expect([allows('inbound', 'image', 'image/webp'), allows('inbound', 'file', 'application/pdf')]).toEqual([true, false]);
    expect([allows('inbound', 'location'), allows('outbound', 'location')]).toEqual([true, false]);
    expect(allows('outbound', 'image', 'IMAGE/JPEG; charset=binary')).toBe(true);
    expect(allowsContent({ inbound: ['audio/*'], outbound: [] }, 'inbound', { type: 'audio', mimeType: 'audio/ogg' })).toBe(true);
  });

  it('M-152: never limits words', () => {
    const words: readonly ContentAskedFor['type'][] = ['text', 'choices', 'template', 'postback', 'system', 'referral', 'email', 'unknown'];
    for (const type of words)
      for (const direction of ['inbound', 'outbound'] as const)
        expect(allowsContent({ inbound: [], outbound: [] }, direction, { type })).toBe(true);
  });

  it('of a file whose type nobody knows yet is what it could be', () => {
    expect([allows('outbound', 'image'), allows('outbound', 'file'), allows('outbound', 'video')]).toEqual([true, true, false]);
    expect(allowsContent({ inbound: ['application/pdf'], outbound: [] }, 'inbound', { type: 'file' })).toBe(true);
  });

  it('M-152: that is not allowed is refused in words, with what is', () => {
    expect(contentProblem(pictures, 'outbound', { type: 'file', mimeType: 'application/pdf' })).toEqual({
      code: 'content-not-allowed',
      reason: 'PDF is not allowed on this account.',
      remedy: 'Allowed: GIF, JPG, PNG.',
      allowed: ['GIF', 'JPG', 'PNG'],
    });
    expect(contentProblem({ inbound: [], outbound: [] }, 'inbound', { type: 'location' })?.remedy).toBe('Only text is allowed.');
    expect(contentProblem(pictures, 'inbound', { type: 'image' })).toBeUndefined();
  });

  it('M-152: is the account’s own, else the organisation’s, else unlimited', () => {
    const other: ContentProfile = { inbound: [], outbound: [] };
    expect(effectiveProfile(pictures, other)).toEqual({ profile: pictures, from: 'account' });
    expect(effectiveProfile(undefined, other)).toEqual({ profile: other, from: 'organisation' });
    expect(effectiveProfile(undefined, undefined)).toEqual({ profile: EVERYTHING_ALLOWED, from: 'built in' });
  });

  it('that is taken out of a profile lets less through, never more', () => {
    const entry = fc.constantFrom(...LIMITED_KINDS, 'image/png', 'image/jpeg', 'image/*', 'application/pdf', 'audio/*');
    const asked = fc.record({
      type: fc.constantFrom(...LIMITED_KINDS),
      mimeType: fc.constantFrom(undefined, 'image/png', 'image/webp', 'application/pdf', 'audio/ogg'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry), asked, (entries, content) => {
        const passes = (inbound: readonly string[]) => allowsContent({ inbound, outbound: [] }, 'inbound', content);
        for (const left of entries) if (passes(entries.filter((other) => other !== left))) expect(passes(entries)).toBe(true);
        expect(passes([])).toBe(false);
        expect(allowsContent(EVERYTHING_ALLOWED, 'inbound', content)).toBe(true);
      }),
    );
  });
});

describe('a content profile', () => {
  it('is defined, changed and archived', () => {
    given()
      .when({
        type: 'DefineContentProfile',
        name: ' Pictures ',
        inbound: ['location', 'IMAGE', 'image'],
        outbound: ['image/png', 'image/jpeg', 'image/gif'],
      })
      .then(defined);
    given(defined)
      .when({ type: 'DefineContentProfile', name: 'Pictures', ...pictures })
      .thenRefused('content-profile-exists');
    given(defined)
      .when({ type: 'ChangeContentProfile', inbound: ['image', 'location'], outbound: ['image/*'] })
      .then({ type: 'ContentProfileChanged', data: { outbound: ['image/*'] } });
    given(defined).when({ type: 'ChangeContentProfile', name: 'Pictures' }).thenNothing();
    given(defined).when({ type: 'ArchiveContentProfile' }).then({ type: 'ContentProfileArchived', data: {} });
    given(defined, { type: 'ContentProfileArchived', data: {} }).when({ type: 'ArchiveContentProfile' }).thenNothing();
    given(defined, { type: 'ContentProfileArchived', data: {} })
      .when({ type: 'ChangeContentProfile', name: 'Other' })
      .thenRefused('content-profile-archived');
    given().when({ type: 'ArchiveContentProfile' }).thenRefused('no-such-content-profile');
  });

  it.each(['text', 'png', '*/*', 'image/', 'image/png, image/gif', ''])('knows nothing called %j', (entry) => {
    given()
      .when({ type: 'DefineContentProfile', name: 'Odd', inbound: [entry], outbound: [] })
      .thenRefused('bad-content');
  });
});
