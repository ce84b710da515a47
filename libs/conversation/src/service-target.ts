/** What is promised of how fast somebody answers. */
export type ServiceTarget = 'first answer' | 'next answer' | 'resolution';
