import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useState } from 'react';
import { money } from '../figures/amounts';
import type { Portfolio } from './portfolios';

interface Props {
  portfolios: Portfolio[];
  chosen: Portfolio;
  onChoose(id: string): void;
}

/** Which portfolio the page is about. */
export function PortfolioChoice({ portfolios, chosen, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Select
      isOpen={open}
      selected={chosen.id}
      onOpenChange={setOpen}
      onSelect={(_event, id) => {
        setOpen(false);
        onChoose(String(id));
      }}
      toggle={(ref) => (
        <MenuToggle ref={ref} isExpanded={open} onClick={() => setOpen(!open)} aria-label={`Portfolio: ${chosen.name}`}>
          {chosen.name}
        </MenuToggle>
      )}
    >
      <SelectList aria-label="Portfolios">
        {portfolios.map((portfolio) => (
          <SelectOption key={portfolio.id} value={portfolio.id} description={money(portfolio.value, portfolio.currency)}>
            {portfolio.name}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
