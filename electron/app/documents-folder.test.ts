import { expect, it } from 'vitest';
import { documentsFolder } from './documents-folder.ts';

it('begins in the documents', () => {
  expect(documentsFolder({ getPath: (name) => `/${name}` })).toBe('/documents');
});

it('begins at home where the documents cannot be found', () => {
  const app = {
    getPath: (name: string) => {
      if (name === 'documents') throw new Error("Failed to get 'documents' path");
      return `/${name}`;
    },
  };
  expect(documentsFolder(app)).toBe('/home');
});
