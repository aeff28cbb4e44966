import { Bullseye, Spinner } from '@patternfly/react-core';
import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { SignInPage } from '../identity/SignInPage';
import { useSession } from '../identity/session';
import { DashboardPage } from '../portfolio/DashboardPage';
import { ErrorPage } from './ErrorPage';
import { Frame } from './Frame';
import { NotFoundPage } from './NotFoundPage';

function Loading() {
  return (
    <Bullseye className="mg-full">
      <Spinner aria-label="Loading Magnus" />
    </Bullseye>
  );
}

/** What a user may not do does not exist for him. */
function AdminOnly() {
  const { isAdmin } = useSession();
  return isAdmin ? <Outlet /> : <NotFoundPage />;
}

export const routes: RouteObject[] = [
  { path: '/sign-in', element: <SignInPage />, errorElement: <ErrorPage /> },
  {
    path: '/',
    element: <Frame />,
    hydrateFallbackElement: <Loading />,
    errorElement: <ErrorPage />,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          { index: true, element: <DashboardPage /> },
          { path: 'portfolios', lazy: async () => ({ Component: (await import('../portfolio/PortfoliosPage')).PortfoliosPage }) },
          { path: 'portfolios/:id', lazy: async () => ({ Component: (await import('../portfolio/PortfolioPage')).PortfolioPage }) },
          { path: 'risk', lazy: async () => ({ Component: (await import('../risk/RiskPage')).RiskPage }) },
          { path: 'import', lazy: async () => ({ Component: (await import('../imports/ImportPage')).ImportPage }) },
          { path: 'recommendations', lazy: async () => ({ Component: (await import('../recommendations/RecommendationsPage')).RecommendationsPage }) },
          { path: 'options', lazy: async () => ({ Component: (await import('../options/OptionsPage')).OptionsPage }) },
          { path: 'taxes', lazy: async () => ({ Component: (await import('../tax/TaxesPage')).TaxesPage }) },
          { path: 'alerts', lazy: async () => ({ Component: (await import('../alerts/AlertsPage')).AlertsPage }) },
          { path: 'runs', lazy: async () => ({ Component: (await import('../runs/RunsPage')).RunsPage }) },
          { path: 'runs/:run', lazy: async () => ({ Component: (await import('../runs/RunPage')).RunPage }) },
          { path: 'market', lazy: async () => ({ Component: (await import('../market/MarketPage')).MarketPage }) },
          { path: 'market/:symbol', lazy: async () => ({ Component: (await import('../market/SymbolPage')).SymbolPage }) },
          { path: 'calendar', lazy: async () => ({ Component: (await import('../market/CalendarPage')).CalendarPage }) },
          { path: 'account', lazy: async () => ({ Component: (await import('../identity/AccountPage')).AccountPage }) },
          { path: 'my-data', lazy: async () => ({ Component: (await import('../prefetch/MyDataPage')).MyDataPage }) },
          { path: 'about', lazy: async () => ({ Component: (await import('./AboutPage')).AboutPage }) },
          {
            path: 'admin',
            element: <AdminOnly />,
            children: [
              { path: 'market-data', lazy: async () => ({ Component: (await import('../imports/MarketDataPage')).MarketDataPage }) },
              { path: 'cache', lazy: async () => ({ Component: (await import('../cache/CachePage')).CachePage }) },
              { path: 'prefetch', lazy: async () => ({ Component: (await import('../prefetch/PrefetchPage')).PrefetchPage }) },
              { path: 'recommendations', lazy: async () => ({ Component: (await import('../recommendations/ReportPage')).ReportPage }) },
              { path: 'accounts', lazy: async () => ({ Component: (await import('../identity/AccountsPage')).AccountsPage }) },
              { path: 'audit', lazy: async () => ({ Component: (await import('../identity/AuditPage')).AuditPage }) },
            ],
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

export const router = createBrowserRouter(routes);
