// How any screen asks the shell for the form of a new record.
import { createContext, use } from 'react';

export const Creating = createContext<(kind?: string) => void>(() => {});
export const useCreating = (): ((kind?: string) => void) => use(Creating);
