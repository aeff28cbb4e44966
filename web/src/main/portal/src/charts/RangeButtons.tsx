import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { RANGES, type Range } from './ranges';

interface Props {
  range: Range;
  onRange(range: Range): void;
}

/** How far back a chart goes. */
export function RangeButtons({ range, onRange }: Props) {
  return (
    <ToggleGroup isCompact aria-label="Range">
      {RANGES.map((choice) => (
        <ToggleGroupItem key={choice} text={choice} isSelected={choice === range} onChange={() => onRange(choice)} />
      ))}
    </ToggleGroup>
  );
}
