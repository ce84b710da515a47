import { randomBytes, randomUUID } from 'node:crypto';
import { PublicLinks } from './index.js';

const tenant = randomUUID();
describe('public links', () => {
  const links = new PublicLinks(randomBytes(32));
  const file = { tenantId: tenant, mediaId: randomUUID() };
  const now = new Date('2026-11-23T10:00:00Z');
  const token = links.token(file, new Date('2026-11-23T11:00:00Z'));

  it('open until they expire', () => {
    expect(links.open(token, now)).toEqual(file);
    expect(links.open(token, new Date('2026-11-23T11:00:01Z'))).toBeUndefined();
  });

  it('open with an ending behind them, for platforms that tell a file by it', () => {
    expect(links.open(`${token}.jpg`, now)).toEqual(links.open(token, now));
    expect(links.open(token, now)).toBeDefined();
  });

  it('of a master key that is being replaced open, and are signed by the new one', () => {
    const [former, current, another] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const of = (...keys: [Buffer, ...Buffer[]]) => new PublicLinks(keys);
    const later = new Date('2026-11-23T11:00:00Z');
    expect(of(current, former).open(of(former).token(file, later), now)).toEqual(file);
    expect(of(current, another, former).open(of(former).token(file, later), now)).toEqual(file);
    expect(of(current).open(of(current, former).token(file, later), now)).toEqual(file);
    expect(of(current, former).open(of(another).token(file, later), now)).toBeUndefined();
  });

  it('refuse what was changed, cut, or signed by somebody else', () => {
    const [payload, signature] = token.split('.');
    expect(links.open(`${payload}x.${signature}`, now)).toBeUndefined();
    expect(links.open(payload!, now)).toBeUndefined();
    expect(links.open('', now)).toBeUndefined();
    expect(new PublicLinks(randomBytes(32)).open(token, now)).toBeUndefined();
  });
});
