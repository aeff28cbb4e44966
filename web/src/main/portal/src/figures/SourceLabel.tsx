import { Label, Tooltip } from '@patternfly/react-core';

/** Says that figures are simulated or modelled, wherever they are; imported and real ones need no label. */
export function SourceLabel({ source }: { source: string | undefined }) {
  const kind = source?.toLowerCase() ?? '';
  if (kind === 'model') {
    return (
      <Tooltip content="Nobody quotes this option in the imported data: a Black–Scholes value from the imported prices of its underlying.">
        <Label isCompact color="blue" variant="outline" tabIndex={0}>
          model value
        </Label>
      </Tooltip>
    );
  }
  if (!kind.startsWith('simul')) {
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
