import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { useConsent } from './behavior';
import { followWord, hearOtherWindows } from './ownData';
import { arrived, beacon, stopRecording } from './recording';
import { usePredictiveLoading } from './usePredictiveLoading';

/** Watches which pages a signed-in user opens; tells it, and loads ahead, only if he agreed. */
export function Recorder() {
  const { pathname } = useLocation();
  const type = useNavigationType();
  const client = useQueryClient();
  const consent = useConsent();
  const agreed = consent.data?.agreed === true;
  usePredictiveLoading(pathname, agreed);
  useLayoutEffect(() => beacon.allow(agreed), [agreed]);
  useEffect(() => arrived(pathname, type === NavigationType.Pop ? 'BACK' : 'OPEN'), [pathname, type]);
  useEffect(() => hearOtherWindows((word) => void followWord(word, client, beacon)), [client]);
  useEffect(() => stopRecording, []);
  return null;
}
