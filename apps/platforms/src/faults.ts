import { randomUUID } from 'node:crypto';
import type { CallFault, CallFaultKind, FaultView, NewFault, WebhookFault, WebhookFaultKind } from './control-api.js';

export const CALL_FAULTS: readonly CallFaultKind[] = [
  'rate-limit',
  'fail',
  'hang',
  'late',
  'reset',
  'accept-then-reset',
  'accept-then-fail',
  'accept-then-hang',
];
export const WEBHOOK_FAULTS: readonly WebhookFaultKind[] = ['twice', 'late', 'shuffled', 'batch', 'unknown'];

type Standing = { readonly owner: string; readonly view: { remaining: number } & FaultView };

/** Misbehaviour on order: each fault strikes a number of times and is gone. The first one set strikes first. */
export class Faults {
  private standing: Standing[] = [];

  set(platform: string, account: string, fault: NewFault): FaultView {
    const view = { ...fault, id: randomUUID(), remaining: fault.times };
    this.standing.push({ owner: `${platform}/${account}`, view });
    return view;
  }

  list(platform: string, account: string): readonly FaultView[] {
    return this.standing.filter(({ owner }) => owner === `${platform}/${account}`).map(({ view }) => ({ ...view }));
  }

  clear(platform: string, account: string): void {
    this.standing = this.standing.filter(({ owner }) => owner !== `${platform}/${account}`);
  }

  /** The fault that strikes this call, counted down. */
  strikeCall(platform: string, account: string, call: string): CallFault | undefined {
    return this.strike(platform, account, (fault) => fault.on === 'call' && (fault.call === '*' || fault.call === call)) as
      CallFault | undefined;
  }

  /** The fault that strikes this webhook, counted down. `remaining` is what is left of it afterwards. */
  strikeWebhook(platform: string, account: string): (WebhookFault & { readonly remaining: number }) | undefined {
    return this.strike(platform, account, (fault) => fault.on === 'webhook') as (WebhookFault & { remaining: number }) | undefined;
  }

  private strike(platform: string, account: string, fits: (fault: NewFault) => boolean): FaultView | undefined {
    const found = this.standing.find(({ owner, view }) => owner === `${platform}/${account}` && fits(view));
    if (!found) return undefined;
    found.view.remaining -= 1;
    if (found.view.remaining === 0) this.standing = this.standing.filter((other) => other !== found);
    return found.view;
  }
}
