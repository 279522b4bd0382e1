import { useReaderList } from '../draft/use-reader-list.ts';
import { useNavigate } from '../window/navigation.ts';

/** Goes to the Readers page, to the reader in this row of the draft. A filter that might hide it is taken off. */
export function useShowReader(): (row: number) => void {
  const { list } = useReaderList();
  const navigate = useNavigate();
  return (row) => {
    list.showAll();
    list.showRow(row);
    navigate('readers');
  };
}
