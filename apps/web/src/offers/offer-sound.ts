const REPEAT_MS = 4_000;
/** Two soft tones, a fifth apart: heard in an office, not shrill. */
const TONES = [
  { frequency: 587, at: 0 },
  { frequency: 880, at: 0.16 },
];

let context: AudioContext | undefined;

/** @returns false when the browser lets no page sound that nobody has clicked in yet. */
export const playOfferSound = async (): Promise<boolean> => {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 300))]);
    if (context.state !== 'running') return false;
    for (const { frequency, at } of TONES) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      const start = context.currentTime + at;
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0.0001, start);
      volume.gain.exponentialRampToValueAtTime(0.18, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.4);
      tone.connect(volume).connect(context.destination);
      tone.start(start);
      tone.stop(start + 0.45);
    }
    return true;
  } catch {
    return false;
  }
};

/** Sounds until it is stopped. */
export const repeatOfferSound = (): (() => void) => {
  void playOfferSound();
  const timer = setInterval(() => void playOfferSound(), REPEAT_MS);
  return () => clearInterval(timer);
};
