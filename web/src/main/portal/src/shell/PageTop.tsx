import { PageSection, Title } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTitle } from './title';

interface Props {
  title: string;
  /** One line under the title. */
  subtitle?: ReactNode;
  /** Labels beside the title. */
  marks?: ReactNode;
  /** What can be done on this page. */
  actions?: ReactNode;
}

/** The head of a page. */
export function PageTop({ title, subtitle, marks, actions }: Props) {
  useTitle(title);
  return (
    <PageSection className="mg-top" hasBodyWrapper={false}>
      <div className="mg-top__row">
        <div>
          <Title headingLevel="h1" size="2xl">
            {title} {marks}
          </Title>
          {subtitle && <p className="mg-subtle">{subtitle}</p>}
        </div>
        {actions && <div className="mg-top__actions">{actions}</div>}
      </div>
    </PageSection>
  );
}
