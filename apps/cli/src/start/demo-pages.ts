/** The app in whose name people log in at the stand-in of Facebook. Invented: it opens nothing anywhere else. */
export const DEMO_PAGE_APP = { appId: '710000000000001', appSecret: 'd0d0cafe5a5ad0d0cafe5a5ad0d0cafe' } as const;

/** Pages at the stand-in that nobody has connected yet, for who wants to choose some after a log-in. */
export const demoPages = (deskUrl: string): readonly object[] =>
  [
    { name: 'Umeda Kitchen', pageId: '710000000000011', settings: { redirectUris: [`${deskUrl}/api/v1/page-choices/return`] } },
    { name: 'Namba Kitchen', pageId: '710000000000012', settings: { otherApps: [{ appId: '990022', name: 'Other desk' }] } },
    { name: 'Kyoto Kitchen (draft)', pageId: '710000000000013', settings: { published: false } },
  ].map(({ name, pageId, settings }) => ({
    platform: 'messenger',
    name,
    credentials: { ...DEMO_PAGE_APP, pageId },
    settings,
  }));
