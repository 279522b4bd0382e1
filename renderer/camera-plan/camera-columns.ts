export type CameraColumn = 'select' | 'name' | 'site' | 'readers';

/** The grid's columns from left to right. A column's place here is its place for the keyboard and for ARIA. */
export const cameraColumns: readonly { readonly key: CameraColumn; readonly title: string }[] = [
  { key: 'select', title: 'Select' },
  { key: 'name', title: 'Camera' },
  { key: 'site', title: 'Site' },
  { key: 'readers', title: 'Readers in view' },
];

export const nameColumn = 1;
