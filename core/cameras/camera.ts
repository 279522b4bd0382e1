/** A camera of the account, as the person entered or imported it: Camio offers no call that lists them. */
export interface Camera {
  readonly id: string;
  readonly name: string;
  /** Where it hangs, '' where nobody said. */
  readonly site: string;
}

/** A reader by id with the name it was last known by, so that a ghost can be named. */
export interface PlannedReader {
  readonly id: string;
  readonly name: string;
}

/** One reader in view of one camera. */
export interface View {
  readonly cameraId: string;
  readonly reader: PlannedReader;
}
