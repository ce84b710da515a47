/** Routes of every service, as they are written; they say nothing of anybody, so they ask nobody who it is. */
export const PUBLIC_ROUTES: ReadonlySet<string | undefined> = new Set(['/health/live', '/health/ready', '/metrics']);
