import { Refusal } from '@madoguchi/event-sourcing';
import { isLocalDate, type LocalDate } from '../../time/local-date.js';
import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** Which version of the platform's API the account speaks, and through which app. */
export interface PinPlatformApi {
  readonly type: 'PinPlatformApi';
  readonly apiVersion: string;
  readonly appId?: string;
  readonly supportedUntil?: LocalDate;
}

export const pinPlatformApi = (
  { apiVersion, appId, supportedUntil }: PinPlatformApi,
  account: IntegrationAccount,
): readonly IntegrationAccountEvent[] => {
  if (typeof apiVersion !== 'string' || !/^v?\d+(\.\d+)?$/.test(apiVersion))
    throw new Refusal('bad-api-version', 'A version of an API is written as v23.0.');
  if (supportedUntil !== undefined && !isLocalDate(supportedUntil)) throw new Refusal('bad-date', 'A day is written as 2026-11-23.');
  const now = account.platformApi;
  if (now?.apiVersion === apiVersion && now.appId === appId && now.supportedUntil === supportedUntil) return [];
  return [{ type: 'PlatformApiPinned', data: { apiVersion, appId, supportedUntil } }];
};
