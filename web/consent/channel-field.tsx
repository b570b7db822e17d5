import { Select } from '@mantine/core';
import { channels, every } from './choices.ts';
import { useContactWords } from './contact-words.ts';

interface ChannelFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export const ChannelField = ({ label, value, onChange }: ChannelFieldProps) => {
  const words = useContactWords();
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={[
        { value: every, label: words.channel(null) },
        ...channels.map((channel) => ({ value: channel, label: words.channel(channel) })),
      ]}
      value={value}
      onChange={(chosen) => onChange(chosen ?? every)}
    />
  );
};
