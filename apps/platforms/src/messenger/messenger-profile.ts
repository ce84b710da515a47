import type { Answer } from '../calls.js';
import { answers, badParameter } from './answers.js';
import type { GraphCall } from './calls.js';
import { isObject } from './input.js';

const PROFILE_FIELDS = ['get_started', 'greeting', 'ice_breakers', 'persistent_menu', 'whitelisted_domains'];

/** What a page shows beside its messages; only the payload of Get Started has an effect here. */
export const messengerProfile = ({ page, fields, method }: GraphCall, changed: () => void): Answer => {
  const { access_token: _token, appsecret_proof: _proof, platform: _platform, fields: names, ...given } = fields;
  if (method === 'GET') {
    const wanted = String(names ?? '').split(',');
    const there = Object.entries(page.profile).filter(([name]) => wanted.includes(name));
    return answers.ok({ data: there.length === 0 ? [] : [Object.fromEntries(there)] });
  }
  const listed = method === 'DELETE' ? (Array.isArray(names) ? names.map(String) : []) : Object.keys(given);
  if (listed.length === 0 || listed.some((name) => !PROFILE_FIELDS.includes(name)))
    return badParameter(`The parameter fields must name some of {${PROFILE_FIELDS.join(', ')}}`);
  const start = given['get_started'];
  if (start !== undefined && (!isObject(start) || typeof start['payload'] !== 'string' || start['payload'].length > 1_000))
    return badParameter('Param get_started[payload] must be a string of up to 1000 characters');
  for (const name of listed) delete page.profile[name];
  Object.assign(page.profile, method === 'POST' ? given : {});
  changed();
  return { status: 200, body: { result: 'success' } };
};
