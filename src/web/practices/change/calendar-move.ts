// With which command a change gets another time, by what may be done with it: before it is submitted, while it is judged, or when it is approved.
export const movingCommands = ['schedule', 'edit', 'assess', 'revise'] as const;
