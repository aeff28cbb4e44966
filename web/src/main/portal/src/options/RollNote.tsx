import { Button, Popover } from '@patternfly/react-core';
import { percent, quantity, ratio } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import type { RollSuggestion } from './options';

/** What could be done with a sold option, in a line under it; opens to the reasons and the other rolls. */
export function RollNote({ suggestion }: { suggestion: RollSuggestion }) {
  const { rolls, reason, urgent, buyBack } = suggestion;
  const best = rolls[0];
  return (
    <Popover
      headerContent={`${suggestion.symbol} ${quantity(suggestion.strike, 3)} ${suggestion.right.toLowerCase()}: ${suggestion.days} days left`}
      maxWidth="26rem"
      bodyContent={
        <div className="mg-stack">
          <p>
            {reason} Buying it back costs {ratio(buyBack)} a share.
          </p>
          {rolls.length === 0 && <p>No later option with a market pays a credit for it.</p>}
          {rolls.map((roll) => (
            <div key={`${roll.expiry} ${roll.strike}`}>
              <strong>{roll.headline}</strong>
              <p className="mg-row-note">
                To {ratio(roll.strike)} on {shortDate(roll.expiry)}; assigned with a chance of {percent(roll.assignmentChance, 0)}. {roll.worstCase} {roll.changesMind}
              </p>
            </div>
          ))}
        </div>
      }
    >
      <Button variant="link" isInline className={`mg-roll ${urgent ? 'mg-roll--urgent' : ''}`}>
        {urgent && 'Now: '}
        {best ? best.headline : `${suggestion.days} days left: no roll pays a credit`}
      </Button>
    </Popover>
  );
}
