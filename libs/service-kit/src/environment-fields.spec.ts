import 'reflect-metadata';
import { readEnvironment, withoutSecrets } from './environment.js';
import { EventStoreKind, EventStoreUrl } from './environment-fields.js';

class Environment {
  @EventStoreKind()
  EVENT_STORE: 'postgres' | 'eventstoredb' = 'postgres';

  @EventStoreUrl()
  EVENTSTORE_URL?: string;
}

describe('the choice of the log', () => {
  it('is PostgreSQL, which needs no other address', () => {
    expect(readEnvironment(Environment, {})).toEqual({ EVENT_STORE: 'postgres' });
    expect(readEnvironment(Environment, { EVENTSTORE_URL: 'unused' })).toMatchObject({ EVENT_STORE: 'postgres' });
  });

  it.each([
    'esdb://127.0.0.1:2113?tls=false',
    'esdb://user:password@a.example:2113,b.example:2113,c.example:2113?tls=true',
    'esdb+discover://user:password@cluster.example',
  ])('may be EventStoreDB at %s', (url) => {
    expect(readEnvironment(Environment, { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: url })).toMatchObject({ EVENTSTORE_URL: url });
  });

  it('says what is missing or wrong, and repeats no value', () => {
    expect(() => readEnvironment(Environment, { EVENT_STORE: 'sqlite' })).toThrow('EVENT_STORE must be postgres or eventstoredb');
    expect(() => readEnvironment(Environment, { EVENT_STORE: 'eventstoredb' })).toThrow(/EVENTSTORE_URL is missing \(.*esdb:\/\//);
    expect(() => readEnvironment(Environment, { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: 'https://u:hunter2@host' })).toThrow(
      /^(?!.*hunter2)EVENTSTORE_URL must be esdb:/,
    );
  });
});

it.each([
  ['postgres://user:hunter2@host:5432/madoguchi?password=hunter2', 'postgres://host:5432/madoguchi'],
  ['esdb://user:hunter2@host:2113?tls=false', 'esdb://host:2113'],
  ['esdb://user:hunter2@a:2113,b:2113,c:2113?tls=true&userKeyFile=hunter2', 'esdb://a:2113,b:2113,c:2113'],
  ['esdb://user:hun@ter2/hunter2?hunter2@a:2113,b:2113', 'esdb://a:2113,b:2113'],
  ['esdb+discover://user:hunter2@cluster.example', 'esdb+discover://cluster.example'],
  ['nats://u:hunter2@a:4222,nats://u:hunter2@b:4222', 'nats://b:4222'],
])('of %s a line of the log shows %s', (address, shown) => {
  expect(withoutSecrets(address)).toBe(shown);
});
