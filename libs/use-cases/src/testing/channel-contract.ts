import type { ChannelContractSetup, ContractCase } from './channel-contract-setup.js';
import { capabilityCases } from './capability-cases.js';
import { outboundCases } from './outbound-cases.js';
import { signatureCases } from './signature-cases.js';
import { translationCases } from './translation-cases.js';
import { NOWHERE } from './webhook-request.js';

/** Every rule of the port `Channel`, each to be run alone: so a broken channel can be shown to be noticed. */
export const channelContractCases: readonly ContractCase[] = [...signatureCases, ...translationCases, ...outboundCases, ...capabilityCases];

/** The one suite that every channel passes. */
export const channelContract = (setup: ChannelContractSetup): void => {
  const { intake } = setup.channel(NOWHERE);
  const cases = channelContractCases.filter((each) => each.intake === undefined || each.intake === intake);
  describe(`${setup.name} keeps the contract of a channel`, () => {
    it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => each.run(setup));
  });
};
