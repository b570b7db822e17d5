/** Where the other side is heard. */
export interface Speaker {
  play: (stream: MediaStream) => void;
  stop: () => void;
  close: () => void;
}

/** An audio element outside of React: no redraw of the page may interrupt a conversation. */
export const createSpeaker = (): Speaker => {
  const element = document.createElement('audio');
  element.autoplay = true;
  element.hidden = true;
  element.dataset['testid'] = 'softphone-audio';
  document.body.append(element);
  // After a reload a browser may keep the page silent until somebody touches it.
  const resume = (): void => {
    if (element.srcObject !== null && element.paused) void element.play().catch(() => undefined);
  };
  window.addEventListener('pointerdown', resume);
  window.addEventListener('keydown', resume);
  return {
    play: (stream) => {
      element.srcObject = stream;
      resume();
    },
    stop: () => {
      element.srcObject = null;
    },
    close: () => {
      window.removeEventListener('pointerdown', resume);
      window.removeEventListener('keydown', resume);
      element.remove();
    },
  };
};
