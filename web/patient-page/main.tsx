import './page.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from '../platform/problem.ts';
import { LinkPage } from './link-page.tsx';

const root = document.getElementById('page');
if (root === null) throw new Error('The page has no #page');

const client = new QueryClient({
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status >= 400),
    },
  },
});
/** `/l/<code>` */
const code = location.pathname.split('/').at(-1) ?? '';

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LinkPage path={`/api/v1/links/${encodeURIComponent(code)}`} />
    </QueryClientProvider>
  </StrictMode>,
);
