import { Label, Tooltip } from '@patternfly/react-core';

/** Says that figures are simulated, wherever they are; imported and real ones need no label. */
export function SourceLabel({ source }: { source: string | undefined }) {
  if (!source?.toLowerCase().startsWith('simul')) {
    return null;
  }
  return (
    <Tooltip content="These prices come from Magnus's own simulated market, not from an exchange. Import price history to replace them.">
      <Label isCompact color="orange" variant="outline" tabIndex={0} className="mg-simulated">
        simulated
      </Label>
    </Tooltip>
  );
}
