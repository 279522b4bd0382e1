import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';
import { campusReaders } from '../../../core/simulator/campus.ts';

// AG Grid Community with the readers of the same campus, as its documentation sets it up: the peer of the product's grid.
// The readers are in the page before *Open* is pressed; the product has to fetch them from its main process.

ModuleRegistry.registerModules([AllCommunityModule]);

const count = Number(new URLSearchParams(location.search).get('readers'));
const readers = campusReaders(count).map(({ id, name }) => ({ id, name }));

const open = document.querySelector('button');
const filter = document.querySelector('input');
const place = document.querySelector('section');
if (!open || !filter || !place) throw new Error('The page of the AG Grid peer is not complete.');

open.addEventListener('click', () => {
  const grid = createGrid(place, {
    columnDefs: [
      { field: 'id', headerName: 'ID' },
      { field: 'name', headerName: 'Name', editable: true, flex: 1 },
    ],
    defaultColDef: { sortable: true },
    rowData: readers,
    rowHeight: 34,
    cacheQuickFilter: true,
    animateRows: false,
    getRowId: ({ data }) => data.id,
  });
  filter.addEventListener('input', () => grid.setGridOption('quickFilterText', filter.value));
});
// From now on it does something.
open.disabled = false;
