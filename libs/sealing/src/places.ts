/** What a wrapped key is bound to: moved to another tenant, person or row it does not open. */
export const placeOfTenantKey = (tenantId: string): readonly string[] => ['key of a tenant', tenantId];

export const placeOfPersonKey = (tenantId: string, subject: string, id: string): readonly string[] => [
  'key of a person',
  tenantId,
  subject,
  id,
];
