import { percent, ratio } from '../figures/amounts';
import type { Opportunity, ScorePart } from './options';

/** Why a contract has its score, what it can cost, and what would speak against it. */
export function OpportunityDetail({ one }: { one: Opportunity }) {
  const most = Math.max(...one.score.parts.map((part) => part.points));
  return (
    <div className="mg-halves">
      <div>
        <p className="mg-part">
          Score {ratio(one.score.value, 1)} of 100: points that add up to it
        </p>
        <ul className="mg-bars mg-score">
          {one.score.parts.map((part) => (
            <li key={part.criterion}>
              <span>
                {part.title} <span className="mg-row-note">{figureWords(part)}</span>
              </span>
              <span className="mg-bars__track" aria-hidden="true">
                <span className="mg-bars__bar" style={{ inlineSize: `${most > 0 ? (100 * part.points) / most : 0}%` }} />
              </span>
              <span className="mg-bars__figure">{ratio(part.points, 1)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <p className="mg-part">Worst case</p>
        <p>{one.worstCase}</p>
        <p className="mg-part mg-after">What would change the mind</p>
        <p>{one.changesMind}</p>
        <p className="mg-row-note mg-after">
          Break-even {ratio(one.breakEven)}; bid {ratio(one.bid)}, ask {ratio(one.ask)}; open interest {one.openInterest.toLocaleString('en-US')}, {one.volume.toLocaleString('en-US')}{' '}
          traded. The score is nearness to the ideal against distance from the worst (TOPSIS); both are fixed, so it does not depend on what else is found.
        </p>
      </div>
    </div>
  );
}

/** A criterion's figure in its own unit, and what its grade and weight are. */
function figureWords({ criterion, figure, grade, weight }: ScorePart): string {
  const written =
    criterion === 'QUIET' ? (figure > 0 ? 'none' : 'a report comes') : criterion === 'CUSHION' ? `${ratio(figure)} deviations` : percent(figure, criterion === 'YIELD' ? 1 : 0);
  return `${written}; grade ${ratio(grade)}, weight ${percent(weight, 0)}`;
}
