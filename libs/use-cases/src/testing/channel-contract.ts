import type { ChannelContractSetup, ContractCase, MailContractSetup, OutboundContractSetup } from './channel-contract-setup.js';
import { capabilityCases, webhookCapabilityCases } from './capability-cases.js';
import { mailCases } from './mail-cases.js';
import { mailOutboundCases } from './mail-outbound-cases.js';
import { outboundCases, webhookOutboundCases } from './outbound-cases.js';
import { signatureCases } from './signature-cases.js';
import { translationCases } from './translation-cases.js';
import { NOWHERE } from './webhook-request.js';

const everyChannel: readonly ContractCase<OutboundContractSetup>[] = [...outboundCases, ...capabilityCases];

/** Every rule of the port `Channel` for a channel that is delivered to by webhooks. */
export const channelContractCases: readonly ContractCase[] = [
  ...signatureCases,
  ...translationCases,
  ...everyChannel,
  ...webhookOutboundCases,
  ...webhookCapabilityCases,
];

/** The same for one that is delivered to by mail and sends by SMTP. */
export const mailContractCases: readonly ContractCase<MailContractSetup>[] = [...everyChannel, ...mailCases, ...mailOutboundCases];

/** The one suite that every channel passes; by what way the platform delivers decides which half. */
export const channelContract = (setup: ChannelContractSetup | MailContractSetup): void => {
  const { intake } = setup.channel(NOWHERE);
  const byMail = 'mails' in setup;
  if (byMail !== (intake === 'mail')) throw new TypeError(`${setup.name} is delivered to by ${intake}: its setup is of the other kind`);
  const cases: readonly (readonly [string, () => void | Promise<void>])[] = byMail
    ? mailContractCases.map(({ name, run }) => [name, () => run(setup)])
    : channelContractCases.map(({ name, run }) => [name, () => run(setup)]);
  describe(`${setup.name} keeps the contract of a channel`, () => {
    it.each(cases)('%s', (_, run) => run());
  });
};
