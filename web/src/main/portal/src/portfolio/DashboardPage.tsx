import { PageTop } from '../shell/PageTop';

export function DashboardPage() {
  return <PageTop title="Dashboard" />;
}
