import type { StoredMedia } from '@madoguchi/use-cases';

/**
 * What a store keeps beside the bytes, as JSON. It is written last, and only where none is yet: a file is there when its description is.
 * `bytes` names the object that it describes, because two may bring the same file in the same moment.
 */
export interface Description extends StoredMedia {
  readonly bytes: string;
}

export const withoutBytes = ({ bytes: _, ...stored }: Description): StoredMedia => stored;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws TypeError */
export const checkNames = (tenantId: string, mediaId: string): void => {
  // `$` alone would let a line break pass.
  if (![tenantId, mediaId].every((name) => name.length === 36 && uuid.test(name)))
    throw new TypeError('a tenant and a file are named by lower-case uuids');
};
