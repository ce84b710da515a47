const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that may stand in HTML, also inside the quotes of an attribute. */
export const asHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
