import { PageSection } from '@patternfly/react-core';
import { PageTop } from '../shell/PageTop';
import { BrowsersCard } from './BrowsersCard';
import { PasswordCard } from './PasswordCard';
import { useSession } from './session';
import { TokensCard } from './TokensCard';

/** What belongs to the signed-in account itself. */
export function AccountPage() {
  const { user, isAdmin } = useSession();
  return (
    <>
      <PageTop title="Account" subtitle={`${user?.name ?? ''} · ${isAdmin ? 'administrator' : 'user'}`} />
      <PageSection>
        <div className="mg-stack">
          <TokensCard />
          <BrowsersCard />
          <PasswordCard />
        </div>
      </PageSection>
    </>
  );
}
