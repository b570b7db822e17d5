import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './page.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { contentNonce } from './content-nonce.ts';
import { startLanguage } from './language.ts';
import { Notices } from './notices.tsx';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

const root = document.getElementById('portal');
if (root === null) throw new Error('The page has no #portal');

// Pages are scripts of their own, so the screen may be later than the address bar: this says which page it shows.
router.subscribe('onRendered', ({ toLocation }) => {
  root.dataset['shows'] = toLocation.href;
});

await startLanguage();
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(contentNonce === '' ? {} : { getStyleNonce: () => contentNonce })}
    >
      <Notices />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
