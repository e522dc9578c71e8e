import { useQuery } from '@tanstack/react-query';
import { api } from './client.ts';

/** The state of the open archive; one question for all who ask. */
export const useArchiveInfo = () => useQuery({ queryKey: ['archive.info'], queryFn: () => api.archive.info() }).data;

/** Why nothing can be kept now; null when everything can. */
export const useReadOnly = () => useArchiveInfo()?.readOnly ?? null;
