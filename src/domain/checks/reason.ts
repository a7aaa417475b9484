/** Letters of the reason why a finding is accepted: it is read in a line of the pane. */
export const LONGEST_REASON = 300;
