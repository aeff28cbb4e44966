import { createBrowserRouter, type RouteObject } from 'react-router';
import { SignInPage } from '../identity/SignInPage';
import { AboutPage } from './AboutPage';
import { ErrorPage } from './ErrorPage';
import { Frame } from './Frame';
import { NotFoundPage } from './NotFoundPage';
import { DashboardPage } from '../portfolio/DashboardPage';

export const routes: RouteObject[] = [
  { path: '/sign-in', element: <SignInPage />, errorElement: <ErrorPage /> },
  {
    path: '/',
    element: <Frame />,
    errorElement: <ErrorPage />,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          { index: true, element: <DashboardPage /> },
          { path: 'about', element: <AboutPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

export const router = createBrowserRouter(routes);
