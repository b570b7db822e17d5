import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import section from './section.module.css';

interface ShownOnceProps {
  className?: string | undefined;
  title: string;
  text: string;
  secret: string;
  words: { copy: string; copied: string; done: string };
  onClose: () => void;
}

/** A secret that nobody can read again: take it along now. */
export const ShownOnce = ({ className, title, text, secret, words, onClose }: ShownOnceProps) => (
  <div className={className} role="status">
    <h3 className={section.heading}>{title}</h3>
    <p className={section.text}>{text}</p>
    <code className={section.secret}>{secret}</code>
    <div className={section.actions}>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button
            autoFocus
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            onClick={copy}
          >
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
      <Button variant="default" onClick={onClose}>
        {words.done}
      </Button>
    </div>
  </div>
);
