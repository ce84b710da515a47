/** Where the page reads a stored file, on the desk's own origin. */
export const mediaUrl = (mediaId: string): string => `/api/v1/media/${mediaId}`;
