import type { ChoicesStyle, MessageContent } from '@madoguchi/conversation';
import type { BotRequest } from '@madoguchi/use-cases';

export interface Offered {
  readonly id: string;
  readonly label: string;
}

const STYLES: readonly ChoicesStyle[] = ['quick replies', 'buttons', 'list'];

/** Things to choose from as the channel can show them; numbered lines where it cannot. */
export const choicesFor = (capabilities: BotRequest['capabilities'], text: string, options: readonly Offered[]): MessageContent => {
  const style = STYLES.find((one) => {
    const limits = capabilities.choices[one];
    return limits && options.length <= limits.most && options.every(({ label }) => label.length <= limits.labelLimit);
  });
  if (style) return { type: 'choices', style, text, options: options.map(({ id, label }) => ({ id, label })) };
  return { type: 'text', text: [text, ...options.map(({ label }, index) => `${index + 1}. ${label}`)].join('\n') };
};
