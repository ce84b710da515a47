import { readFileSync } from 'node:fs';
import type { Decider } from '@madoguchi/event-sourcing';
import { foldHistory, type GoldenEvent, versionsEverWritten, versionsIn } from '@madoguchi/event-sourcing/testing';
import {
  accountEventCatalogue,
  allChatCodes,
  botDecider,
  botNoticeDecider,
  botPublicationDecider,
  businessHoursDecider,
  chatCodesDecider,
  consentDecider,
  contactWindowDecider,
  contentProfileDecider,
  integrationAccountDecider,
  isOpen,
  memberDecider,
  nameClaimDecider,
  nextStep,
  organisationDecider,
  pageChoiceDecider,
  platformAccountDecider,
  replyTemplateDecider,
  roleDecider,
  sentFormDecider,
  textFor,
  waitingPages,
} from '../index.js';

const history = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as readonly GoldenEvent[];
const aChatCodesDecider = chatCodesDecider(integrationAccountDecider.initialState());

/** As in `history.spec.ts`: what was ever written is folded by today's code. */
describe('golden histories around accounts', () => {
  it('fold a contact window of version 1', () => {
    expect(foldHistory(contactWindowDecider, history('contact-window.v1'))).toEqual({
      status: 'archived',
      name: 'HR desk',
      baseAddress: 'desk-k7qx2m4w@in.desk.example',
      businessHoursId: '6f1c1f7e-0000-4000-8000-000000000004',
      bot: undefined,
    });
  });

  it('fold the holder of a page of version 1', () => {
    expect(foldHistory(platformAccountDecider, history('platform-account.v1'))).toEqual({
      holder: { tenantId: '6f1c1f7e-0000-4000-8000-000000000002', accountId: '6f1c1f7e-0000-4000-8000-000000000007' },
      heldSince: '2026-11-20T01:03:00.000Z',
    });
  });

  it('fold a choice of pages of version 1, whole and half-way', () => {
    const events = history('page-choice.v1');
    expect(foldHistory(pageChoiceDecider, events)).toMatchObject({ status: 'closed' });
    const halfWay = foldHistory(pageChoiceDecider, events.slice(0, 7));
    expect(halfWay).toMatchObject({ status: 'offered', scopes: ['pages_messaging', 'pages_show_list'], mayRenew: true });
    expect(waitingPages(halfWay)).toEqual([{ pageId: '104857612345679', takeOver: true }]);
  });

  it('fold the publication of a bot of version 1, whole and half-way', () => {
    const events = history('bot-publication.v1');
    expect(foldHistory(botPublicationDecider, events)).toMatchObject({ status: 'discarded', attempt: 2, failure: { code: 'not-allowed' } });
    expect(foldHistory(botPublicationDecider, events.slice(0, 19))).toMatchObject({
      status: 'undone',
      attempt: 1,
      botId: undefined,
      undoneWhy: 'account deleted',
    });
    expect(foldHistory(botPublicationDecider, events.slice(0, 14))).toMatchObject({ status: 'published', botId: '2000001' });
    const halfWay = foldHistory(botPublicationDecider, events.slice(0, 7));
    expect(nextStep(halfWay, new Date('2026-11-20T02:00:00.000Z'))).toEqual({ do: 'start', step: 'open to members', tries: 1 });
  });

  it('fold what a bot told, of version 1', () => {
    expect(foldHistory(botNoticeDecider, history('bot-notice.v1'))).toMatchObject({ status: 'sent', attempts: 2, notice: 'greeting' });
  });

  it('fold the codes of a number of version 1', () => {
    const codes = foldHistory(aChatCodesDecider, history('chat-codes.v1'));
    expect(codes.count).toBe(1);
    expect(allChatCodes(codes.codes)).toMatchObject([
      { reference: 'shop door', revision: 2, settled: 1, link: 'https://wa.me/message/ANED2T5QRU7HG1' },
    ]);
  });

  it('fold a consent of version 1', () => {
    expect(foldHistory(consentDecider, history('consent.v1')).ways.size).toBe(1);
  });

  it('fold what a tenant has set, of version 1', () => {
    expect(foldHistory(contentProfileDecider, history('content-profile.v1'))).toEqual({
      status: 'archived',
      name: 'Pictures and PDF',
      inbound: ['image', 'location'],
      outbound: ['application/pdf', 'image/jpeg', 'image/png'],
    });
    expect(foldHistory(organisationDecider, history('organisation.v1'))).toEqual({
      timeZone: 'Asia/Tokyo',
      pendingMinutes: 20,
      defaultContentProfileId: '6f1c1f7e-0000-4000-8000-00000000000c',
      awayReasons: [
        { key: 'lunch', names: { en: 'lunch', ja: '昼食', ru: 'обед' } },
        { key: 'training', names: { en: 'training' }, archived: true },
      ],
    });
    const hours = foldHistory(businessHoursDecider, history('business-hours.v1').slice(0, 1)).hours!;
    expect(isOpen(hours, new Date('2026-11-20T16:00:00.000Z'))).toBe(true);
    expect(foldHistory(businessHoursDecider, history('business-hours.v1'))).toMatchObject({ status: 'archived', name: 'Mondays' });
    const template = foldHistory(replyTemplateDecider, history('reply-template.v1'));
    expect(template).toMatchObject({ status: 'archived', name: 'Welcome', shortcut: undefined });
    expect(textFor(template.texts, ['en', 'ru'])).toEqual({ language: 'ru', text: 'Здравствуйте!' });
  });

  it('fold a bot that answers customers, of version 1', () => {
    expect(foldHistory(botDecider, history('external-bot.v1'))).toEqual({
      status: 'archived',
      kind: 'webhook',
      name: 'Helper',
      endpoint: 'https://bot.example/madoguchi',
      appId: null,
      accountIds: ['6f1c1f7e-0000-4000-8000-000000000001'],
      fields: ['name', 'language'],
      deadlineSeconds: 20,
      script: null,
      scriptVersion: 0,
    });
    const withAnotherSecret = foldHistory(botDecider, history('external-bot-secret.v1'));
    expect(withAnotherSecret).toMatchObject({ status: 'there', name: 'Helper', deadlineSeconds: 20 });
    expect(withAnotherSecret).not.toHaveProperty('secretChanged');
  });

  it('fold a role and a member of version 1', () => {
    expect(foldHistory(roleDecider, history('role.v1'))).toEqual({
      status: 'archived',
      name: 'Channel reader',
      permissions: ['integration-accounts.view'],
    });
    expect(foldHistory(memberDecider, history('member.v1'))).toEqual({ role: '6f1c1f7e-0000-4000-8000-00000000000d' });
  });

  it('fold who holds a name, of version 1', () => {
    expect(foldHistory(nameClaimDecider(new Date(0)), history('name-claim.v1'))).toEqual({
      holderId: '6f1c1f7e-0000-4000-8000-00000000000a',
      claimedAt: '2026-11-20T01:04:00.000Z',
    });
  });

  it('fold a form that was sent, of version 1', () => {
    expect(foldHistory(sentFormDecider(new Date(0)), history('sent-form.v1'))).toMatchObject({ status: 'withdrawn', wrongSecrets: 1 });
    const filledIn = foldHistory(sentFormDecider(new Date(0)), history('sent-form.v1').slice(0, -1));
    expect(filledIn).toMatchObject({ status: 'filled in', opened: true });
  });

  it('hold every version of every event', () => {
    const { integration_account: _, ...around } = accountEventCatalogue;
    for (const [category, { versions, personalFields }] of Object.entries(around)) {
      const written = versionsIn(history(`${category.replaceAll('_', '-')}.v1`));
      expect([category, written]).toEqual([category, versionsEverWritten(Object.keys(personalFields), versions)]);
    }
  });

  it('leave the state as it is for an event that only later code knows', () => {
    const later = { type: 'InventedLater', data: {} } as never;
    const deciders: readonly Pick<Decider<unknown, never, never>, 'initialState' | 'evolve'>[] = [
      contactWindowDecider,
      pageChoiceDecider,
      platformAccountDecider,
      botPublicationDecider,
      botNoticeDecider,
      aChatCodesDecider,
      consentDecider,
      contentProfileDecider,
      organisationDecider,
      businessHoursDecider,
      replyTemplateDecider,
      roleDecider,
      memberDecider,
      nameClaimDecider(new Date(0)),
      sentFormDecider(new Date(0)),
    ];
    for (const { initialState, evolve } of deciders) expect(evolve(initialState(), later)).toEqual(initialState());
  });

  it('hold no name twice: an event is found in the log by its name', () => {
    const names = Object.values(accountEventCatalogue).flatMap(({ personalFields }) => Object.keys(personalFields));
    expect(new Set(names).size).toBe(names.length);
  });
});
