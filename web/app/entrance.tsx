import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from '../ui/page-title.ts';
import classes from './entrance.module.css';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';

interface EntranceProps {
  title: string;
  text?: ReactNode;
  children: ReactNode;
}

/** A page before the portal: one small sheet with one question. */
export const Entrance = ({ title, text, children }: EntranceProps) => {
  usePageTitle(title);
  return (
    <main className={classes.page}>
      <Paper className={classes.form} radius="lg" withBorder>
        <Stack gap="md">
          <div>
            <Logo />
            <Title order={1} mt="md">
              {title}
            </Title>
            {text !== undefined && <Text c="dimmed">{text}</Text>}
          </div>
          {children}
        </Stack>
      </Paper>
      <LanguageSwitch />
    </main>
  );
};
