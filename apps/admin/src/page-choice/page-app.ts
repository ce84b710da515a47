import type { LogInApp } from '@madoguchi/use-cases';
import { ProblemException } from '@madoguchi/service-kit';
import type { PageAppSettings } from './page-app-settings.js';
import { PREFLIGHT_TEXTS, type Words } from './texts.js';

export const PAGE_APP = Symbol('PAGE_APP');

export interface MissingSetting {
  /** The variable of the environment. */
  readonly setting: string;
  /** Who can fill it. */
  readonly who: 'operator';
  readonly label: Words;
  readonly what: Words;
}

export interface Preflight {
  readonly ready: boolean;
  /** To be entered at Facebook under "Valid OAuth Redirect URIs"; null while the desk's address is missing. */
  readonly redirectUri: string | null;
  readonly missing: readonly MissingSetting[];
}

const SETTINGS = {
  deskUrl: 'MADOGUCHI_DESK_URL',
  appId: 'MADOGUCHI_MESSENGER_APP_ID',
  appSecret: 'MADOGUCHI_MESSENGER_APP_SECRET',
} as const;

export const preflightOf = (settings: PageAppSettings): Preflight => {
  const missing = (Object.keys(SETTINGS) as (keyof typeof SETTINGS)[])
    .filter((name) => settings[name] === undefined)
    .map((name) => ({ setting: SETTINGS[name], who: 'operator', ...PREFLIGHT_TEXTS[name] }) as const);
  return { ready: missing.length === 0, redirectUri: settings.deskUrl === undefined ? null : redirectUriOf(settings.deskUrl), missing };
};

/** @throws ProblemException 409 `settings-missing`, with what is missing and who can fill it */
export const readyApp = (settings: PageAppSettings): { readonly app: LogInApp; readonly redirectUri: string } => {
  const { appId, appSecret, deskUrl } = settings;
  if (appId === undefined || appSecret === undefined || deskUrl === undefined) {
    const { missing } = preflightOf(settings);
    const names = missing.map(({ setting }) => setting).join(', ');
    throw new ProblemException(
      409,
      'settings-missing',
      `Pages cannot be chosen yet. Ask the operator of this installation to set ${names}.`,
      {
        missing,
      },
    );
  }
  return { app: { appId, appSecret }, redirectUri: redirectUriOf(deskUrl) };
};

const redirectUriOf = (deskUrl: string): string => `${deskUrl}/api/v1/page-choices/return`;
