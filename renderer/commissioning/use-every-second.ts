import { useEffect, useRef, useState } from 'react';

/** A value as it was at a time, in ms since 1970. */
export interface Timed<T> {
  readonly value: T;
  readonly atMs: number;
}

const everyMs = 1_000;

/** The value as it was at the last full second: for what costs too much, or jumps too much, to follow every change. */
export function useEverySecond<T>(value: T): Timed<T> {
  const [timed, setTimed] = useState(() => ({ value, atMs: Date.now() }));
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  useEffect(() => {
    const timer = setInterval(() => setTimed({ value: latest.current, atMs: Date.now() }), everyMs);
    return () => clearInterval(timer);
  }, []);
  return timed;
}
