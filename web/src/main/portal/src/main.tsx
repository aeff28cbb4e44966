import '@patternfly/react-core/dist/styles/base.css';
import './shell/dense.css';
import './shell/magnus.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { registerRoutes } from './prefetch/pages';
import { record } from './prefetch/recording';
import { isFinal } from './server/request';
import { router, routes } from './shell/routes';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, failure) => count < 2 && !isFinal(failure),
    },
  },
});

registerRoutes(routes);
record(router, client);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
