/** How large the hostile inputs are: small in `npm test`, as large as they come in `npm run test:hostile`. */
export const isFull = process.env['RANDNOTIZ_HOSTILE'] === 'full';

/** Takes a length for the long command (UTF-16 code units); gives the one for this run. */
export function lengthOf(full: number): number {
  return isFull ? full : Math.max(200, Math.round(full / 50));
}
