const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The key that takes the place of Ctrl on this computer. */
export const COMMAND_KEY = isApple ? '⌘' : 'Ctrl';

export const sendKeys = (enterSends: boolean): readonly string[] => (enterSends ? ['Enter'] : [COMMAND_KEY, 'Enter']);
