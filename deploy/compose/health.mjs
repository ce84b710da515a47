/** Whether the service in this container can do its work, for the engine: ends with 0 or says why not. */
const url = process.env.HEALTH_URL ?? `http://127.0.0.1:${process.env.PORT}/health/ready`;
try {
  const response = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 500)}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
