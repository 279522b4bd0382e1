/** A slice, and what React and the browser add to it, fits a frame with room to spare for a key. */
const sliceMs = 8;

interface Slices<T> {
  readonly done: (result: T) => void;
  /** How long to wait first, so that what is on its way to the screen gets there before. */
  readonly afterMs?: number;
}

/**
 * Does long work a slice at a time, with keys and frames in between. A step of the work takes well under a slice.
 * Answers with the function that ends it early: nothing is done after that.
 */
export function inSlices<T>(steps: Iterator<unknown, T>, { done, afterMs = 0 }: Slices<T>): () => void {
  let timer = setTimeout(slice, afterMs);
  function slice() {
    const until = performance.now() + sliceMs;
    do {
      const step = steps.next();
      if (step.done) {
        done(step.value);
        return;
      }
    } while (performance.now() < until);
    timer = setTimeout(slice, 0);
  }
  return () => clearTimeout(timer);
}
