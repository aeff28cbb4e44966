import { useEffect, useLayoutEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { useConsent } from './behavior';
import { arrived, beacon, stopRecording } from './recording';
import { usePredictiveLoading } from './usePredictiveLoading';

/** Watches which pages a signed-in user opens; tells it, and loads ahead, only if he agreed. */
export function Recorder() {
  const { pathname } = useLocation();
  const type = useNavigationType();
  const consent = useConsent();
  const agreed = consent.data?.agreed === true;
  usePredictiveLoading(pathname, agreed);
  useLayoutEffect(() => beacon.allow(agreed), [agreed]);
  useEffect(() => arrived(pathname, type === NavigationType.Pop ? 'BACK' : 'OPEN'), [pathname, type]);
  useEffect(() => stopRecording, []);
  return null;
}
