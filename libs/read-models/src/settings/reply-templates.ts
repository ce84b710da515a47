import type { ReplyTemplate } from '@madoguchi/accounts';
import type { DataSource } from 'typeorm';

export interface SearchReplyTemplates {
  readonly tenantId: string;
  /** In name, shortcut or any text; empty: all. */
  readonly search: string;
  /** Of those that are written in it, or in a variety of it, come first. */
  readonly language: string | null;
  readonly limit: number;
}

export type FoundReplyTemplate = Pick<ReplyTemplate, 'name' | 'shortcut' | 'texts'> & { readonly id: string };

/** Not archived ones: the shortcut that was typed, then the conversation's language, then by name. */
export const searchReplyTemplates = async (
  database: DataSource,
  { tenantId, search, language, limit }: SearchReplyTemplates,
): Promise<readonly FoundReplyTemplate[]> => {
  const rows = await database.query<{ id: string; body: ReplyTemplate }[]>(
    `with template as (
       select id, name, body, lower(coalesce(body ->> 'shortcut', '')) as shortcut from settings_v1
       where tenant_id = $1 and kind = 'reply_template' and not archived
     )
     select id, body from template
     where position($2 in lower(name)) > 0 or position($2 in shortcut) > 0
       or exists (select from jsonb_each_text(body -> 'texts') written where position($2 in lower(written.value)) > 0)
     order by
       $2 <> '' and shortcut = $2 desc,
       $2 <> '' and starts_with(shortcut, $2) desc,
       exists (select from jsonb_object_keys(body -> 'texts') tag where lower(split_part(tag, '-', 1)) = $3) desc,
       name collate "C", id
     limit $4`,
    [tenantId, search.trim().toLowerCase(), language?.toLowerCase().split('-')[0] ?? null, limit],
  );
  return rows.map(({ id, body: { name, shortcut, texts } }) => ({ id, name, shortcut, texts }));
};
