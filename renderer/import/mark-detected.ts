/** The name of a way to read a file, marked where it is the one that was detected. */
export const mark = (name: string, isDetected: boolean): string => (isDetected ? `${name} (detected)` : name);
