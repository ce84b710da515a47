export interface ReplyTemplate {
  readonly status: 'none' | 'there' | 'archived';
  readonly name: string;
  readonly shortcut?: string;
  readonly texts: Readonly<Record<string, string>>;
}
