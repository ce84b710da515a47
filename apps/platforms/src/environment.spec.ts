import { readEnvironment } from './environment.js';
import { DEFAULT_MAIL } from './mail-routes.js';
import { listenerNames } from './start.js';

const anyFreePort = Object.fromEntries(listenerNames.map((name) => [name, 0]));

describe('the environment', () => {
  it('may be empty', () => {
    expect(readEnvironment({})).toEqual({
      host: '127.0.0.1',
      ports: anyFreePort,
      internet: {},
      mail: DEFAULT_MAIL,
      seed: [],
    });
  });

  it('sets ports, hosts, file and seed', () => {
    const seed = [{ platform: 'line' }];
    expect(
      readEnvironment({
        HOST: '127.0.0.2',
        PLATFORMS_NAME: 'platforms',
        PLATFORMS_PORT_PLAY: '4000',
        PLATFORMS_PORT_LINE_API: '4001',
        PLATFORMS_PORT_LINE_DATA: '4002',
        PLATFORMS_PORT_TELEGRAM_API: '4003',
        PLATFORMS_INTERNET: 'a.example=http://127.0.0.1:1, b.example=http://localhost:2, c.example=http://ingress:3',
        PLATFORMS_MAIL: 'in.desk.example=127.0.0.1:2525, in.other.example=ingress:25',
        PLATFORMS_MAIL_LOGIN: 'desk:pass:word',
        PLATFORMS_DATA: '/tmp/state.json',
        PLATFORMS_SEED: JSON.stringify(seed),
      }),
    ).toEqual({
      host: '127.0.0.2',
      name: 'platforms',
      ports: { ...anyFreePort, play: 4000, lineApi: 4001, lineData: 4002, telegramApi: 4003 },
      internet: { 'a.example': 'http://127.0.0.1:1', 'b.example': 'http://localhost:2', 'c.example': 'http://ingress:3' },
      mail: {
        routes: { 'in.desk.example': { host: '127.0.0.1', port: 2525 }, 'in.other.example': { host: 'ingress', port: 25 } },
        logIn: { user: 'desk', password: 'pass:word' },
      },
      dataFile: '/tmp/state.json',
      seed,
    });
  });

  it.each([
    ['PLATFORMS_PORT_PLAY', 'http', /PLATFORMS_PORT_PLAY is "http"/],
    ['PLATFORMS_PORT_LINE_API', '70000', /PLATFORMS_PORT_LINE_API/],
    ['PLATFORMS_INTERNET', 'a.example', /takes host=http/],
    ['PLATFORMS_INTERNET', 'a.example=http://93.184.216.34', /takes host=http/],
    ['PLATFORMS_INTERNET', 'a.example=http://desk.example', /takes host=http/],
    ['PLATFORMS_INTERNET', 'a.example=https://ingress', /takes host=http/],
    ['PLATFORMS_MAIL', 'in.desk.example', /takes domain=127/],
    ['PLATFORMS_MAIL', 'in.desk.example=mx.shop.example:25', /takes domain=127/],
    ['PLATFORMS_MAIL', 'in.desk.example=127.0.0.1:0', /takes domain=127/],
    ['PLATFORMS_MAIL_LOGIN', 'desk', /takes user:password/],
    ['PLATFORMS_SEED', '{', /PLATFORMS_SEED is no JSON list/],
    ['PLATFORMS_SEED', '{}', /PLATFORMS_SEED is no JSON list/],
  ])('is refused when %s is %s', (name, value, message) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(message);
  });
});
