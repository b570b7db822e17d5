import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { stopSpeaking } from '../texts/speak.ts';
import { longestSeconds, startRecorder, type Recorder } from './recorder.ts';

export type RecordingState =
  | { at: 'idle' }
  | { at: 'refused' }
  | { at: 'recording'; seconds: number; level: number }
  | { at: 'working' }
  | { at: 'recorded'; file: Blob; source: string; seconds: number };

interface UseRecorder {
  state: RecordingState;
  start: () => void;
  stop: () => void;
  forget: () => void;
}

const meterMilliseconds = 80;

/** One recording of the microphone, to be heard before it is kept. */
export const useRecorder = (): UseRecorder => {
  const [state, setState] = useState<RecordingState>({ at: 'idle' });
  const recorder = useRef<Recorder | null>(null);
  const source = state.at === 'recorded' ? state.source : null;
  useEffect(() => {
    if (source === null) return undefined;
    return () => URL.revokeObjectURL(source);
  }, [source]);
  useEffect(() => () => recorder.current?.cancel(), []);

  const start = async (): Promise<void> => {
    stopSpeaking();
    setState({ at: 'working' });
    try {
      recorder.current = await startRecorder();
      setState({ at: 'recording', seconds: 0, level: 0 });
    } catch {
      setState({ at: 'refused' });
    }
  };
  const stop = async (): Promise<void> => {
    const current = recorder.current;
    if (current === null) return;
    recorder.current = null;
    setState({ at: 'working' });
    try {
      const { file, seconds } = await current.stop();
      setState({ at: 'recorded', file, seconds, source: URL.createObjectURL(file) });
    } catch {
      setState({ at: 'refused' });
    }
  };
  const onTick = useEffectEvent((seconds: number) => {
    if (seconds >= longestSeconds) return void stop();
    const level = recorder.current?.level() ?? 0;
    setState((before) => (before.at === 'recording' ? { ...before, seconds, level } : before));
  });
  const isRecording = state.at === 'recording';
  useEffect(() => {
    if (!isRecording) return undefined;
    const began = performance.now();
    const timer = setInterval(() => onTick((performance.now() - began) / 1000), meterMilliseconds);
    return () => clearInterval(timer);
  }, [isRecording]);

  return {
    state,
    start: () => void start(),
    stop: () => void stop(),
    forget: () => setState({ at: 'idle' }),
  };
};
