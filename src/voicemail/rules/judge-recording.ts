import { readWaveFile, type WaveFile } from './wave-file.ts';
import { readSamples } from './wave-samples.ts';

export type Judgement =
  | { verdict: 'message'; durationSeconds: number }
  /** nobody said anything */
  | { verdict: 'empty'; why: 'too-short' | 'silent' }
  /** not a WAV file: an error page, a file not finished yet */
  | { verdict: 'unreadable' };

const shortestSeconds = 1;
const windowsPerSecond = 50;
/** -50 dB of full scale: a quiet voice is some 15 dB above it, the hiss of a line with nobody speaking below. */
const quietest = 10 ** (-50 / 20);
/** A tenth of a second of sound in all. One click of the line is less, the shortest word is more. */
const soundingWindows = 5;

/** Strength about its mean, so that a constant offset of the line counts as silence. */
const strength = (samples: Float32Array): number => {
  let [sum, squares] = [0, 0];
  for (const sample of samples) {
    sum += sample;
    squares += sample * sample;
  }
  const mean = sum / samples.length;
  return Math.sqrt(Math.max(0, squares / samples.length - mean * mean));
};

const isSilent = (wave: WaveFile): boolean => {
  const samples = readSamples(wave);
  // What cannot be read cannot be called silent: somebody may have spoken.
  if (samples === null) return false;
  const window = Math.max(1, Math.floor((wave.sampleRate * wave.channels) / windowsPerSecond));
  let sounding = 0;
  for (let at = 0; at < samples.length; at += window) {
    if (strength(samples.subarray(at, at + window)) < quietest) continue;
    sounding += 1;
    if (sounding >= soundingWindows) return false;
  }
  return true;
};

/** Whether somebody left a message in this recording, or only a click and a hang-up. */
export const judgeRecording = (bytes: Uint8Array): Judgement => {
  const wave = readWaveFile(bytes);
  if (wave === null || wave.bytesPerSecond === 0) return { verdict: 'unreadable' };
  const seconds = wave.data.length / wave.bytesPerSecond;
  if (seconds < shortestSeconds) return { verdict: 'empty', why: 'too-short' };
  if (isSilent(wave)) return { verdict: 'empty', why: 'silent' };
  return { verdict: 'message', durationSeconds: Math.round(seconds) };
};
