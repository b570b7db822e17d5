import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './page.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DeskContext } from '../desk/desk-context.ts';
import { startDesk } from '../desk/start-desk.ts';
import { contentNonce } from './content-nonce.ts';
import { startLanguage } from './language.ts';
import { TelephonesPage } from './telephones-page.tsx';
import { cssVariables, theme } from './theme.ts';

const root = document.getElementById('telephones');
if (root === null) throw new Error('The page has no #telephones');

await startLanguage();
const desk = startDesk();
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(contentNonce === '' ? {} : { getStyleNonce: () => contentNonce })}
    >
      <QueryClientProvider client={desk.queries}>
        <DeskContext value={desk}>
          <TelephonesPage />
        </DeskContext>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
