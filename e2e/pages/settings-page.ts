import type { Desk } from './desk.ts';

export class SettingsPage {
  constructor(readonly desk: Desk) {}
}
