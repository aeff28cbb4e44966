import {
  Bullseye,
  Button,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  Page,
  PageSidebar,
  PageSidebarBody,
  PageToggleButton,
  SkipToContent,
  Spinner,
} from '@patternfly/react-core';
import { BarsIcon } from '@patternfly/react-icons';
import { Suspense, useEffect, useState } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../identity/session';
import { ConsentPrompt } from '../prefetch/ConsentPrompt';
import { Recorder } from '../prefetch/Recorder';
import { AssistPanel } from '../recommendations/AssistPanel';
import { ProblemAlert } from '../server/ProblemAlert';
import { Brand } from './Brand';
import { ClockBadge } from './ClockBadge';
import { Navigation } from './Navigation';
import { ThemeToggle } from './ThemeToggle';
import { UserMenu } from './UserMenu';

const NARROW = 1200;
const MAIN = 'main-content';

/** What surrounds every page of somebody who is signed in; others are sent to sign in and back. */
export function Frame() {
  const { session, isPending, error, refetch } = useSession();
  const location = useLocation();
  const [sidebarOpen, setSidebarOpen] = useState(() => window.innerWidth >= NARROW);

  useEffect(() => {
    if (window.innerWidth < NARROW) {
      setSidebarOpen(false);
    }
    document.getElementById(MAIN)?.scrollTo?.(0, 0);
  }, [location.pathname]);

  if (isPending) {
    return (
      <Bullseye className="mg-full">
        <Spinner aria-label="Loading Magnus" />
      </Bullseye>
    );
  }
  if (error && !session) {
    return (
      <main className="mg-full mg-pad">
        <ProblemAlert failure={error} retry={() => void refetch()} />
      </main>
    );
  }
  if (!session) {
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  }

  const masthead = (
    <Masthead display={{ default: 'inline' }}>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton
            variant="plain"
            aria-label="Navigation"
            isSidebarOpen={sidebarOpen}
            onSidebarToggle={() => setSidebarOpen(!sidebarOpen)}
          >
            <BarsIcon />
          </PageToggleButton>
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo component={(props) => <Link {...props} to="/" aria-label="Magnus, to the dashboard" />}>
            <Brand />
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <div className="mg-masthead">
          <ClockBadge />
          <span className="mg-masthead__end">
            <ThemeToggle />
            <UserMenu />
          </span>
        </div>
      </MastheadContent>
    </Masthead>
  );
  const sidebar = (
    <PageSidebar isSidebarOpen={sidebarOpen}>
      <PageSidebarBody>
        <Navigation />
      </PageSidebarBody>
    </PageSidebar>
  );
  const skip = (
    <SkipToContent
      href={`#${MAIN}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(MAIN)?.focus();
      }}
    >
      Skip to content
    </SkipToContent>
  );
  return (
    <Page masthead={masthead} sidebar={sidebar} skipToContent={skip} mainContainerId={MAIN} mainTabIndex={0} isContentFilled>
      <Suspense
        fallback={
          <Bullseye>
            <Spinner aria-label="Loading the page" />
          </Bullseye>
        }
      >
        <Outlet />
        <AssistPanel />
      </Suspense>
      <ConsentPrompt />
      <Recorder />
    </Page>
  );
}

/** A way back, for pages that lead nowhere. */
export function ToDashboard() {
  return (
    <Button variant="primary" component={(props) => <Link {...props} to="/" />}>
      To the dashboard
    </Button>
  );
}
