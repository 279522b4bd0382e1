import { useEffect, useState } from 'react';

const tickMs = 250;

/** `in 12 s`, `in 1 min 5 s`, counting down to a time (ISO 8601); `now` from then on. Not read out every second. */
export function Countdown({ to }: { readonly to: string }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <span role="timer" aria-live="off" className="countdown">
      {timeLeft(Date.parse(to) - nowMs)}
    </span>
  );
}

/** A span of ms as people count it down. */
export function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds <= 0) return 'now';
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `in ${seconds} s` : `in ${minutes} min ${seconds % 60} s`;
}
