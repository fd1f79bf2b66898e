// The first screen of each side: the inbox for those who work, the list of their own records for customers.
import { Navigate } from '@tanstack/react-router';
import { useSession } from '../session.tsx';

export function HomePage() {
  const session = useSession();
  if (session.side === 'customer') return <Navigate to="/list/$plural" params={{ plural: 'incidents' }} search={{ q: 'is:open' }} replace />;
  if (session.roles.includes('executive') && !session.roles.includes('agent'))
    return <Navigate to={session.records_off?.includes('measure') ? '/reports/month' : '/scorecard'} replace />;
  return <Navigate to="/inbox" replace />;
}
