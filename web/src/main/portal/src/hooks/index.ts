/** What another portal may use: data and live runs, without any of this portal's looks. See README.md beside. */
export { Problem, type Fault, type ProblemDetails } from '../server/problem';
export { request, send, withQuery } from '../server/request';
export { useSession, useSignIn, useSignInMethods, useSignOut, type Session, type User } from '../identity/session';
export {
  useCreatePortfolio,
  useDeletePortfolio,
  useHoldings,
  useLots,
  usePortfolio,
  usePortfolios,
  useRealised,
  useTransactions,
  useUpdatePortfolio,
  useValueHistory,
  type Holding,
  type Holdings,
  type Portfolio,
} from '../portfolio/portfolios';
export { useImport, useImports, usePreview, useUndoImport, type Preview, type PreviewRow } from '../imports/imports';
export { useMarketClock, type MarketClock } from '../market/clock';
export { useBars, useCalendar, useOptionChain, useQuote, useQuotes, useSymbol, useSymbols } from '../market/market';
export { useCancelRun, useRuns, useStartRun, type Run } from '../runs/runs';
export { useRunStream, type WatchedRun } from '../runs/useRunStream';
export { RunStream, type Connection, type RunStreamOptions } from '../runs/stream';
export { hasEnded, NOTHING_YET, overallFraction, withEvent, type RunEvent, type RunView } from '../runs/journal';
export { useBehaviorLog, useConsent, useForgetBehavior, usePatterns, useSayConsent, type BehaviorEntry, type Consent, type Pattern } from '../prefetch/behavior';
export { Beacon, type Look, type Visit } from '../prefetch/beacon';
export { Recorder } from '../prefetch/Recorder';
export { look, record, useLook } from '../prefetch/recording';
export { registerRoutes } from '../prefetch/pages';
export { LoadingAhead, savesData, type Prediction } from '../prefetch/ahead';
export { usePredictiveLoading } from '../prefetch/usePredictiveLoading';
