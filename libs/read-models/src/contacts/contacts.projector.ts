import type { ContactEvent } from '@madoguchi/conversation';
import { idOf, type Recorded, unlessErased } from '@madoguchi/event-sourcing';
import { In } from 'typeorm';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { ContactRow } from './contact-row.entity.js';

export const contactsProjector: Projector = {
  name: 'contacts_v2',
  categories: ['contact'],
  tables: ['contacts_v2'],
  async apply(events, transaction) {
    const recorded = events as readonly Recorded<ContactEvent>[];
    const ids = [...new Set(recorded.map((event) => idOf(event.stream)))];
    const rows = new Map((await transaction.findBy(ContactRow, { id: In(ids) })).map((row) => [row.id, row]));
    const erased = new Set<string>();
    for (const event of recorded) {
      const id = idOf(event.stream);
      if (event.type === 'ContactErased') {
        rows.delete(id);
        erased.add(id);
        continue;
      }
      const row = rows.get(id) ?? unknownContact(id, event.metadata.tenantId);
      change(row, event);
      rows.set(id, row);
    }
    if (erased.size > 0) await transaction.delete(ContactRow, [...erased]);
    await upsertRows(transaction, ContactRow, [...rows.values()]);
  },
};

const unknownContact = (id: string, tenantId: string): ContactRow =>
  Object.assign(new ContactRow(), {
    id,
    tenantId,
    displayName: null,
    pictureMediaId: null,
    language: null,
    blocked: false,
  } satisfies ContactRow);

const change = (row: ContactRow, event: Recorded<ContactEvent>): void => {
  switch (event.type) {
    case 'ContactFollowed':
      row.blocked = false;
      return;
    case 'ContactBlocked':
      row.blocked = true;
      return;
    case 'ContactProfileLearned':
      row.displayName = unlessErased(event.data.displayName) ?? null;
      if (event.data.pictureUrl === undefined) row.pictureMediaId = null;
      row.language = event.data.language ?? null;
      return;
    case 'ContactPictureStored':
      row.pictureMediaId = event.data.mediaId;
      return;
    default:
      return;
  }
};
