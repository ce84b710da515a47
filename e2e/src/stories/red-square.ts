/** A PNG of 8 × 8 red pixels. */
export const redSquare = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mO4oGCAFTEMLQkASmxIAUvbkG0AAAAASUVORK5CYII=', 'base64'),
);
