import type { Answer } from '../calls.js';
import { answers, badParameter } from './answers.js';
import type { GraphCall } from './calls.js';
import type { Fields } from './input.js';
import { type LogIns, PERSON } from './log-ins.js';
import type { MessengerPage, MessengerState, Person } from './state.js';

const namesIn = ({ fields }: Fields, otherwise: string): readonly string[] => String(fields ?? otherwise).split(',');

const chosen = (node: string, known: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(
    ['id', ...names].map((name) => {
      if (!(name in known)) badParameter(`Tried accessing nonexisting field (${name}) on node type (${node})`);
      return [name, known[name]];
    }),
  );

/** `GET /me`: the page of the token. */
export const pageFields = ({ page, fields }: GraphCall): Answer => {
  const known = {
    id: page.pageId,
    name: page.name,
    username: page.username,
    messaging_feature_status: { hop_v2: false, msgr_multi_app: page.standby, ig_multi_app: false },
  };
  return answers.ok(chosen('Page', known, namesIn(fields, 'name')));
};

/** The address of a person's picture. */
export type PictureOf = (page: MessengerPage, person: Person) => string;

/** `GET /{id}`: the page itself or one of its people. */
export const nodeFields = (call: GraphCall, pictureOf: PictureOf): Answer => {
  const { page, params } = call;
  const id = params['id']!;
  if (id === page.pageId) return pageFields(call);
  const person = page.people[id];
  return person ? personFields(call, person, pictureOf) : answers.noSuchObject(id, 'GET');
};

/** Without the feature it is not an error: the object is just empty. */
const personFields = ({ page, fields }: GraphCall, person: Person, pictureOf: PictureOf): Answer => {
  const { psid, name, language } = person;
  const [first = name, ...others] = name.split(' ');
  const names = namesIn(fields, 'first_name,last_name,profile_pic');
  const known = {
    id: psid,
    name,
    first_name: first,
    last_name: others.join(' '),
    locale: localeOf(language),
    timezone: 9,
    gender: undefined,
    profile_pic: names.includes('profile_pic') && page.profileAccess ? pictureOf(page, person) : undefined,
  };
  const told = chosen('User', known, names);
  return answers.ok(page.profileAccess ? told : {});
};

const COUNTRIES: Readonly<Record<string, string>> = { ja: 'ja_JP', en: 'en_US', ru: 'ru_RU' };

/** Meta writes a language with a country and a low line. */
const localeOf = (language = 'en'): string => COUNTRIES[language] ?? language.replace('-', '_');

/** What a token is good for, in the app's eyes. */
export const debugToken = (state: MessengerState, logIns: LogIns, { app, fields }: GraphCall, now: Date): Answer => {
  const asked = String(fields['input_token']);
  const person = logIns.person(asked);
  if (person?.appId === app.appId) {
    const { scopes, pageIds, expiresAt } = person;
    return answers.ok({
      data: {
        app_id: app.appId,
        type: 'USER',
        application: 'Desk',
        user_id: PERSON.id,
        is_valid: expiresAt > now.getTime(),
        expires_at: Math.floor(expiresAt / 1_000),
        data_access_expires_at: 0,
        scopes,
        granular_scopes: scopes.filter((scope) => scope.startsWith('pages_')).map((scope) => ({ scope, target_ids: pageIds })),
      },
    });
  }
  const issued = logIns.pageOf(asked);
  const page = issued?.page ?? Object.values(state.pages).find(({ token }) => token === asked);
  if (!page) return answers.ok({ data: { is_valid: false, scopes: [], error: { code: 190, message: 'Invalid OAuth access token.' } } });
  if (page.appId !== app.appId)
    return badParameter('You must provide an app access token, or a user access token that is an owner or developer of the app');
  const tokenExpiresAt = issued?.expiresAt ?? page.tokenExpiresAt;
  return answers.ok({
    data: {
      app_id: page.appId,
      type: 'PAGE',
      application: 'Desk',
      profile_id: page.pageId,
      is_valid: tokenExpiresAt === 0 || tokenExpiresAt * 1_000 > now.getTime(),
      expires_at: tokenExpiresAt,
      data_access_expires_at: 0,
      scopes: page.scopes,
      granular_scopes: page.scopes.map((scope) => ({ scope, target_ids: [page.pageId] })),
    },
  });
};
