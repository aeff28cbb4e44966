import type { Sign } from './ahead';

/** A pointer that has rested on a link for so long opens it every other time, as instant.page found; sooner, seldom. */
export const RESTED = 65;

/** The path of a link within the portal at or around an element. */
function pathAt(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  return link && link.origin === window.location.origin && !link.target && !link.download ? link.pathname : undefined;
}

/** Tells of each link that shows a sign of being opened; returns how to stop that. */
export function onLinkSign(tell: (path: string, sign: Sign) => void): () => void {
  let resting: { path: string; timer: ReturnType<typeof setTimeout> } | undefined;
  const stopResting = () => {
    clearTimeout(resting?.timer);
    resting = undefined;
  };
  const rests = (event: Event) => {
    const path = pathAt(event.target);
    if (path === resting?.path) {
      return;
    }
    stopResting();
    if (path !== undefined && !(event instanceof PointerEvent && event.pointerType === 'touch')) {
      resting = { path, timer: setTimeout(() => tell(path, 'REST'), RESTED) };
    }
  };
  const presses = (event: Event) => {
    const path = pathAt(event.target);
    if (path !== undefined) {
      tell(path, 'PRESS');
    }
  };
  const passive = { passive: true } as const;
  document.addEventListener('pointerover', rests, passive);
  document.addEventListener('focusin', rests, passive);
  document.addEventListener('pointerdown', presses, passive);
  document.addEventListener('pointerleave', stopResting, passive);
  return () => {
    stopResting();
    document.removeEventListener('pointerover', rests);
    document.removeEventListener('focusin', rests);
    document.removeEventListener('pointerdown', presses);
    document.removeEventListener('pointerleave', stopResting);
  };
}
