import type { OnboardingKind } from './events.js';

const ALWAYS = ['whatsapp account', 'integration certificate', 'number receives sms or calls', 'no machine-to-machine number'] as const;

const WHEN_MIGRATED = ['two-step pin switched off at the old place', 'six-digit pin at hand'] as const;

/** "Have this ready", before a number is brought onto WhatsApp here; ticked with `TickChecklistItem`. */
export const onboardingChecklist = (kind: OnboardingKind): readonly string[] =>
  kind === 'migrated' ? [...ALWAYS, ...WHEN_MIGRATED] : ALWAYS;
