/** The HTTP status under which a refusal of the domain leaves. What is not told apart here met a state that does not allow it. */
export const statusOfRefusal = (code: string): number => {
  if (code.startsWith('no-such-')) return 404;
  if (code === 'not-yours' || code === 'not-allowed') return 403;
  if (/^(bad|invalid|unsupported)-/.test(code) || code === 'too-long') return 422;
  return 409;
};
